"""The clients, made in a short cut, are botocore's own."""

import boto3
import pytest

from invoicy_aws.clients import event_bridge, s3


@pytest.mark.usefixtures("aws")
def test_a_client_is_what_boto3_makes_without_the_short_cut() -> None:
    for ours, service in ((s3(), "s3"), (event_bridge(), "events")):
        theirs = boto3.client(service)  # type: ignore[call-overload]  # one of two
        assert ours.meta.service_model.api_version == theirs.meta.service_model.api_version
        assert ours.meta.endpoint_url == theirs.meta.endpoint_url
        assert ours.meta.region_name == theirs.meta.region_name


@pytest.mark.usefixtures("aws")
def test_without_an_address_of_our_own_s3_is_where_aws_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    address = s3().generate_presigned_url("get_object", Params={"Bucket": "inbox", "Key": "k"})
    assert address.startswith("https://inbox.s3.eu-central-1.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256")
