"""Report the way of a document on AWS, with S3 and EventBridge in memory."""

import io
import os
from collections.abc import Callable
from typing import Any

from bench.house.probes.journey import report

_SETTINGS = {
    "AWS_ACCESS_KEY_ID": "bench",
    "AWS_SECRET_ACCESS_KEY": "bench",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "INVOICY_BUCKET": "bench",
    "INVOICY_EVENT_BUS": "bench",
    "INVOICY_VERSION": "1",
}
_KEY = "in/document.pdf"
_EVENT = {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": "bench"}, "object": {"key": _KEY}}}]}


class _Context:
    """The part of Lambda's context that Powertools logs."""

    function_name = "bench"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:eu-central-1:111122223333:function:bench"
    aws_request_id = "1"


class _Aws:
    """Calls of botocore, answered from a dictionary of objects."""

    def __init__(self, objects: dict[str, bytes]) -> None:
        self._objects = objects

    def answer(self, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if operation == "GetObject":
            return self._get(arguments["Key"])
        if operation == "PutObject":
            return self._put(arguments["Key"], arguments["Body"])
        if operation == "PutEvents":
            return {"FailedEntryCount": 0, "Entries": [{"EventId": "1"}]}
        raise NotImplementedError(operation)

    def _get(self, key: str) -> dict[str, Any]:
        from botocore.exceptions import ClientError
        from botocore.response import StreamingBody

        if key not in self._objects:
            raise ClientError({"Error": {"Code": "NoSuchKey"}}, "GetObject")
        content = self._objects[key]
        return {"Body": StreamingBody(io.BytesIO(content), len(content)), "ContentLength": len(content)}

    def _put(self, key: str, content: bytes) -> dict[str, Any]:
        from botocore.exceptions import ClientError

        if key in self._objects:
            raise ClientError({"Error": {"Code": "PreconditionFailed"}}, "PutObject")
        self._objects[key] = content
        return {}


def _deliver(content: bytes) -> Callable[[], object]:
    os.environ.update(_SETTINGS)
    from botocore.client import BaseClient

    aws = _Aws({_KEY: content})
    BaseClient._make_api_call = lambda _, *call: aws.answer(*call)  # type: ignore[attr-defined]  # noqa: SLF001
    from invoicy_aws.bucket import handler

    return lambda: handler(_EVENT, _Context())


if __name__ == "__main__":
    report("aws", _deliver)
