"""A limit on the size of request bodies."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invoicy.documents.size_in_words import size_in_words
from invoicy.web.problems import problem


class _TooLargeError(Exception):
    """The body has exceeded the limit while it was received."""


class BodyLimit:
    """ASGI middleware: status 413 for a body above the limit, with or without a Content-Length. limit: bytes."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._announced(scope) > self._limit:
            await self._refuse(scope, receive, send)
            return
        try:
            await self._app(scope, self._counted(receive), send)
        except _TooLargeError:
            await self._refuse(scope, receive, send)

    @staticmethod
    def _announced(scope: Scope) -> int:
        length = dict(scope["headers"]).get(b"content-length", b"0")
        return int(length) if length.isdigit() else 0

    def _counted(self, receive: Receive) -> Receive:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._limit:
                raise _TooLargeError
            return message

        return counted

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        detail = f"The document is larger than {size_in_words(self._limit)}, the limit of this service."
        accept = Headers(scope=scope).get("accept", "")
        await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, accept=accept)(scope, receive, send)
