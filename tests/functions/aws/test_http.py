"""The app on Lambda, behind everything that can call it."""

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import boto3
import pytest

from invoicy_aws.bucket import handler as bucket_handler
from invoicy_aws.http import handler
from tests.functions.aws.conftest import Recorded
from tests.functions.aws.sample_events import ID, READING, Context, put_event
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

pytestmark = pytest.mark.usefixtures("event_loop")

CALLERS = ["http_function_url", "http_api_v2", "http_api_v1", "http_alb"]
PDF = b"%PDF-1.7\xff\xfe\x00 no invoice"


def call(event: dict[str, Any], method: str, path: str, body: bytes = b"") -> dict[str, Any]:
    """The event as another request."""
    event["body"] = base64.b64encode(body).decode()
    if "rawPath" in event:
        stage = event["requestContext"]["stage"]
        event["rawPath"] = path if stage == "$default" else f"/{stage}{path}"
        event["requestContext"]["http"] |= {"method": method, "path": event["rawPath"]}
        return event
    return event | {"path": path, "httpMethod": method}


def body_of(answer: dict[str, Any]) -> Any:
    assert not answer["isBase64Encoded"]  # a REST API would hand it on as it is
    return json.loads(answer["body"])


@pytest.mark.parametrize("name", CALLERS)
def test_a_binary_body_is_read_and_its_reading_fetched(recorded: Recorded, name: str) -> None:
    answer = handler(call(recorded(name), "POST", "/v1/documents", INVOICE), Context())
    assert answer["statusCode"] == 201
    reading = body_of(answer)
    assert reading["id"] == ID
    assert reading["name"] == "a.xml"
    fetched = handler(call(recorded(name), "GET", f"/v1/documents/{ID}"), Context())
    assert fetched["statusCode"] == 200
    assert body_of(fetched) == reading


@pytest.mark.parametrize("name", CALLERS)
def test_bytes_that_are_not_text_arrive_as_they_were_sent(recorded: Recorded, name: str) -> None:
    answer = handler(call(recorded(name), "POST", "/v1/documents", PDF), Context())
    assert body_of(answer)["status"] == "rejected"
    assert body_of(answer)["media_type"] == "application/pdf"


@pytest.mark.parametrize("name", CALLERS)
def test_a_problem_is_answered_as_text(recorded: Recorded, name: str) -> None:
    answer = handler(call(recorded(name), "GET", f"/v1/documents/{'0' * 64}"), Context())
    assert answer["statusCode"] == 404
    assert "Send it to /v1/documents" in body_of(answer)["detail"]


@pytest.mark.parametrize("name", CALLERS)
def test_an_upload_succeeds_with_the_url_and_headers_of_the_answer(
    recorded: Recorded, s3: "S3Client", bucket: str, name: str
) -> None:
    event = call(recorded(name), "POST", "/v1/uploads")
    upload = body_of(handler(event, Context()))
    assert set(upload) == {"url", "headers", "id"}
    with urlopen(Request(upload["url"], INVOICE, upload["headers"], method="PUT")) as answer:  # noqa: S310  our own server
        assert answer.status == 200
    (key,) = (each["Key"] for each in s3.list_objects_v2(Bucket=bucket, Prefix="uploads/")["Contents"])
    assert key == f"uploads/default/{upload['id']}/a.xml"
    assert bucket_handler(put_event(bucket, key), Context()) == {"readings": [READING]}


def test_the_url_is_signed_for_the_content_type_and_its_lifetime(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_UPLOAD_SECONDS", "60")
    event = call(recorded("http_function_url"), "POST", "/v1/uploads")
    event["rawQueryString"] = "media_type=application/pdf"
    upload = body_of(handler(event, Context()))
    signed = parse_qs(urlsplit(upload["url"]).query)
    assert upload["headers"] == {"Content-Type": "application/pdf", "If-None-Match": "*"}
    assert signed["X-Amz-SignedHeaders"] == ["content-type;host;if-none-match"]
    assert signed["X-Amz-Expires"] == ["60"]


def test_uploads_go_to_the_inbox_if_one_is_set(recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_INBOX", "inbox")
    upload = body_of(handler(call(recorded("http_function_url"), "POST", "/v1/uploads"), Context()))
    assert urlsplit(upload["url"]).path.startswith("/inbox/uploads/default/")


def test_callers_are_known_by_the_keys_of_a_secret(recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    name = recorded("http_alb")["headers"]["host"] + ID
    boto3.client("secretsmanager").create_secret(Name=name, SecretString="acme=open-sesame")
    monkeypatch.setenv("INVOICY_API_KEYS_SECRET", name)
    event = call(recorded("http_function_url"), "POST", "/v1/documents", INVOICE)
    assert handler(event, Context())["statusCode"] == 401
    event["headers"]["authorization"] = "Bearer open-sesame"
    assert handler(event, Context())["statusCode"] == 201
    assert handler(call(event, "POST", "/v1/uploads"), Context())["statusCode"] == 201
