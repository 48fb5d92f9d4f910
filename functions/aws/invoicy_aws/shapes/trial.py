"""The trial event that S3 sends once when a notification is set up."""

from invoicy_aws.shapes.shape import Event
from invoicy_aws.shapes.upload import Upload


def accepts(event: Event) -> bool:
    return event.get("Event") == "s3:TestEvent"


def extract(_event: Event) -> tuple[Upload, ...]:
    return ()
