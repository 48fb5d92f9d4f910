"""The format of log lines: Powertools' JSON, without the messages of exceptions, which may quote a document."""

from traceback import format_tb
from types import TracebackType

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter


class ValueFreeFormatter(LambdaPowertoolsFormatter):
    """Formats an exception as its traceback and its class."""

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        exception_type, _, traceback = ei
        return "".join(format_tb(traceback)) + (exception_type.__qualname__ if exception_type else "")
