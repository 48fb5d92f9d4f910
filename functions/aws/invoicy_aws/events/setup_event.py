"""The test event that S3 sends once, when a notification is set up."""

from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.events.shape import Event


def accepts(event: Event) -> bool:
    return event.get("Event") == "s3:TestEvent"


def extract(_event: Event) -> tuple[ObjectRef, ...]:
    return ()
