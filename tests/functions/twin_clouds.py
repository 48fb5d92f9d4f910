"""Both clouds as far as a document's way through them: events, intake and publisher, with everything else in memory."""

import json
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote_plus

from cloudevents.http import CloudEvent
from msgspec import Struct, structs

from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import Pipeline
from invoicy.ports import EventPublisher
from invoicy_aws import messages as aws_messages
from invoicy_aws.intake import Intake as AwsIntake
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_aws.telemetry import LambdaObserver, metrics
from invoicy_gcp.answers import status_of
from invoicy_gcp.events.cloud_event import from_cloud_event
from invoicy_gcp.intake import Intake as GcpIntake
from invoicy_gcp.publisher import PubSubPublisher
from invoicy_gcp.telemetry.observer import CloudRunObserver
from tests.fakes.objects import GcsObjects, S3Objects
from tests.fakes.publisher import EventBus, PubSubClient
from tests.functions.aws.sample_events import Context, put_event


class Inbox(Struct, frozen=True, kw_only=True):
    """The uploaded objects by key, and the pipeline that reads them. limit: the most bytes to load."""

    objects: Mapping[str, bytes]
    pipeline: Pipeline
    limit: int = MAX_DOCUMENT_BYTES


class TwinCloud(Struct, frozen=True, kw_only=True):
    """One of the clouds.

    deliver: sends the events about uploads of these keys; returns the keys whose events are delivered again. publish:
    publishes an event and returns its JSON. scheme: of an origin. version: of every object, as its origin names it.
    """

    name: str
    deliver: Callable[[Inbox, Sequence[str]], list[str]]
    publish: Callable[[Any], Any]
    scheme: str
    version: str


def deliver_on_aws(inbox: Inbox, keys: Sequence[str]) -> list[str]:
    """Deliver one batch of a queue."""
    client: Any = S3Objects(dict(inbox.objects), version="v1")
    context: Any = Context()
    pipeline = structs.replace(inbox.pipeline, observer=LambdaObserver())
    intake = AwsIntake(pipeline=pipeline, client=client, tenant="default", limit=inbox.limit)
    bodies = {key: json.dumps(put_event("inbox", quote_plus(key, safe="/"), "v1")) for key in keys}
    event = {"Records": [{"messageId": key, "body": body} for key, body in bodies.items()]}
    answer = aws_messages.response_to(event, context, intake)
    metrics.clear_metrics()
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def deliver_on_google_cloud(inbox: Inbox, keys: Sequence[str]) -> list[str]:
    """Deliver each event by a request of its own."""
    client: Any = GcsObjects(dict(inbox.objects))
    pipeline = structs.replace(inbox.pipeline, observer=CloudRunObserver())
    intake = GcpIntake(pipeline=pipeline, client=client, tenant="default", limit=inbox.limit)
    statuses = {key: status_of(from_cloud_event(finalized(key)), lambda: intake, 60) for key in keys}
    return [key for key, status in statuses.items() if status != HTTPStatus.NO_CONTENT]


def finalized(key: str) -> CloudEvent:
    attributes = {"type": "google.cloud.storage.object.v1.finalized", "source": "//storage.googleapis.com/inbox"}
    return CloudEvent(attributes, {"bucket": "inbox", "name": key, "generation": "7"})


def publish_on_aws(event: Any) -> Any:
    bus = EventBus()
    publisher: EventPublisher = EventBridgePublisher(bus, "bus")  # type: ignore[arg-type]  # the part that it calls
    publisher.publish(event)
    (entry,) = bus.entries
    return json.loads(entry["Detail"])


def publish_on_google_cloud(event: Any) -> Any:
    topic = PubSubClient()
    PubSubPublisher(topic, "topic").publish(event)
    ((_, message, _),) = topic.messages
    return json.loads(message)


AWS = TwinCloud(name="aws", deliver=deliver_on_aws, publish=publish_on_aws, scheme="s3", version="?versionId=v1")
GOOGLE_CLOUD = TwinCloud(
    name="gcp", deliver=deliver_on_google_cloud, publish=publish_on_google_cloud, scheme="gs", version="#7"
)
CLOUDS = (AWS, GOOGLE_CLOUD)
