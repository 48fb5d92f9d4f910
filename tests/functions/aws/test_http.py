"""The app on Lambda."""

import asyncio
import base64
import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from types import SimpleNamespace

import pytest

from invoicy_aws.http import handler
from tests.house import INVOICE

ID = sha256(INVOICE).hexdigest()


@pytest.fixture(autouse=True)
def _loop() -> Iterator[None]:
    """The event loop that Mangum looks for, closed afterwards."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


def test_a_binary_body_is_read_and_its_reading_fetched(bucket: str, event_text: Callable[[str], str]) -> None:
    event = json.loads(event_text("http_v2").replace("BODY", base64.b64encode(INVOICE).decode()))
    answer = handler(event, SimpleNamespace())
    assert answer["statusCode"] == 201
    assert answer["headers"]["location"] == f"/v1/documents/{ID}"
    event["requestContext"]["http"] |= {"method": "GET", "path": f"/v1/documents/{ID}"}
    event |= {"rawPath": f"/v1/documents/{ID}", "body": ""}
    fetched = handler(event, SimpleNamespace())
    assert fetched["statusCode"] == 200
    assert json.loads(fetched["body"]) == json.loads(answer["body"])
    assert bucket
