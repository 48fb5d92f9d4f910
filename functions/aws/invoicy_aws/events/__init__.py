"""Every shape in which AWS tells of an upload. A new one is a module here and a line in SHAPES."""

import msgspec

from invoicy.errors import InvalidArgumentError
from invoicy_aws.events import event_bridge, notification, queue, s3_test, topic
from invoicy_aws.events.object_ref import Upload, is_document
from invoicy_aws.events.shape import Event, Shape

SHAPES: tuple[Shape, ...] = (notification, queue, topic, event_bridge, s3_test)


class UnknownEventError(InvalidArgumentError):
    """Nothing that tells of an upload. Raised, so that it ends where somebody sees it."""

    def __init__(self, event: Event) -> None:
        fields = ", ".join(sorted(event)[:10]) or "none"
        super().__init__(f"This is no event of S3 (its fields: {fields}); connect the function to a bucket's uploads.")


def uploads_of(event: Event) -> tuple[Upload, ...]:
    """The uploaded documents that the event tells of, in its order; folders and our own output are none.

    Raises UnknownEventError for what is no event of S3, however it came.
    """
    shape = next((shape for shape in SHAPES if shape.accepts(event)), None)
    if shape is None:
        raise UnknownEventError(event)
    try:
        return tuple(upload for content in shape.extract(event) for upload in _unfolded(content))
    except msgspec.ValidationError as error:
        raise UnknownEventError(event) from error


def _unfolded(content: Upload | Event) -> tuple[Upload, ...]:
    if not isinstance(content, Upload):
        return uploads_of(content)
    return (content,) if is_document(content.key) else ()
