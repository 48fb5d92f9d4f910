"""Format of log lines: JSON by Powertools, without the values that an exception's message may quote."""

from traceback import format_tb
from types import TracebackType

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter


class WithoutValues(LambdaPowertoolsFormatter):
    """Formats an exception as its class and its traceback. Its message may hold a piece of a document."""

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        return "".join(format_tb(trace)) + (kind.__qualname__ if kind else "")
