"""The shapes of events about objects in S3. A new shape is a module here and an entry of SHAPES."""

import msgspec

from invoicy.errors import InvalidArgumentError
from invoicy_aws.events import event_bridge, notification, queue, setup_event, topic
from invoicy_aws.events.object_ref import ObjectRef, is_document
from invoicy_aws.events.shape import Event, EventShape

SHAPES: tuple[EventShape, ...] = (notification, queue, topic, event_bridge, setup_event)
_FIELDS_IN_MESSAGE = 10


class UnknownEventError(InvalidArgumentError):
    """The event is not about objects in S3. Raised, so that it ends in a log or a dead-letter queue."""

    def __init__(self, event: Event) -> None:
        fields = ", ".join(sorted(event)[:_FIELDS_IN_MESSAGE]) or "none"
        super().__init__(f"This is not an event of S3 (fields: {fields}). Connect the function to a bucket's uploads.")


def objects_in(event: Event) -> tuple[ObjectRef, ...]:
    """Return the created documents in the event, in its order, without folders and the program's own output.

    Raises UnknownEventError for any other event, also for one inside a message.
    """
    shape = next((shape for shape in SHAPES if shape.accepts(event)), None)
    if shape is None:
        raise UnknownEventError(event)
    try:
        return tuple(ref for content in shape.extract(event) for ref in _unwrapped(content))
    except msgspec.ValidationError as error:
        raise UnknownEventError(event) from error


def _unwrapped(content: ObjectRef | Event) -> tuple[ObjectRef, ...]:
    if not isinstance(content, ObjectRef):
        return objects_in(content)
    return (content,) if is_document(content.key) else ()
