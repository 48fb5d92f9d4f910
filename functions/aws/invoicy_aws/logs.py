"""Log lines for CloudWatch: Powertools' JSON.

A line never contains content of a document: of an error it has the class and the places in the program, but not the
message, which may quote the document.
"""

from types import TracebackType

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

from invoicy.errors import stack_of


class LambdaFormatter(LambdaPowertoolsFormatter):
    """Formats a record as one line of JSON."""

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return stack_of(ei[1]) if ei[1] else ""
