"""URLs to upload documents to."""

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest

from invoicy_aws.signing import Signer

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def test_a_url_takes_an_object_with_its_headers(s3: "S3Client", s3_bucket: str) -> None:
    url, headers = Signer(s3, s3_bucket, 60)("in/a.xml", "application/xml")
    with urlopen(Request(url, b"<a/>", headers, method="PUT")) as response:  # noqa: S310  our own server
        assert response.status == 200
    assert s3.head_object(Bucket=s3_bucket, Key="in/a.xml")["ContentType"] == "application/xml"


def test_a_url_takes_only_one_object(s3: "S3Client", s3_bucket: str) -> None:
    url, headers = Signer(s3, s3_bucket, 60)("in/a.xml", "application/xml")
    with urlopen(Request(url, b"<a/>", headers, method="PUT")):  # noqa: S310  our own server
        pass
    with pytest.raises(HTTPError, match="412"):
        urlopen(Request(url, b"<b/>", headers, method="PUT"))  # noqa: S310  our own server
    assert s3.get_object(Bucket=s3_bucket, Key="in/a.xml")["Body"].read() == b"<a/>"


def test_a_url_signs_its_headers(s3: "S3Client", s3_bucket: str) -> None:
    url, headers = Signer(s3, s3_bucket, 60)("in/a.xml", "application/xml")
    signed = parse_qs(urlsplit(url).query).get("X-Amz-SignedHeaders", [""])[0].split(";")
    assert {name.lower() for name in headers} <= set(signed)


def test_a_url_is_valid_for_its_lifetime(s3: "S3Client", s3_bucket: str) -> None:
    url, _ = Signer(s3, s3_bucket, 60)("in/a.xml", "application/xml")
    assert parse_qs(urlsplit(url).query)["X-Amz-Expires"] == ["60"] or "Expires" in parse_qs(urlsplit(url).query)
