"""Process control, notes, and references to other documents."""

from datetime import date
from typing import Annotated

from invoicy.model.types import BT, BinaryObject, Group


class ProcessControl(Group, frozen=True):
    """Process control (BG-2)."""

    business_process_type: Annotated[str | None, BT(23)] = None
    specification_identifier: Annotated[str | None, BT(24)] = None


class Note(Group, frozen=True):
    """Invoice note (BG-1)."""

    subject_code: Annotated[str | None, BT(21)] = None
    text: Annotated[str | None, BT(22)] = None
    content_code: Annotated[str | None, BT("X-5")] = None


class PrecedingInvoice(Group, frozen=True):
    """Preceding invoice reference (BG-3)."""

    reference: Annotated[str | None, BT(25)] = None
    issue_date: Annotated[date | None, BT(26)] = None
    type_code: Annotated[str | None, BT("X-555")] = None


class SupportingDocument(Group, frozen=True):
    """Additional supporting documents (BG-24)."""

    reference: Annotated[str | None, BT(122)] = None
    description: Annotated[str | None, BT(123)] = None
    external_location: Annotated[str | None, BT(124)] = None
    attachment: Annotated[BinaryObject | None, BT(125)] = None
    issue_date: Annotated[date | None, BT("X-149")] = None


class CustomerOrder(Group, frozen=True):
    """Customer order references (BG-X-23)."""

    reference: Annotated[str | None, BT("X-150")] = None
    issue_date: Annotated[date | None, BT("X-151")] = None


class LineReference(Group, frozen=True):
    """Another document, and the line in it, that an invoice line refers to."""

    reference: Annotated[str | None, BT("X-537", "X-310", "X-24", "X-43", "X-86", "X-89", "X-92")] = None
    line: Annotated[str | None, BT("X-538", "X-311", "X-25", "X-44", "X-87", "X-90", "X-93")] = None
    issue_date: Annotated[date | None, BT("X-539", "X-312", "X-26", "X-45", "X-88", "X-91", "X-94")] = None


class LinePrecedingInvoice(Group, frozen=True):
    """Line preceding invoice (BG-X-48)."""

    reference: Annotated[str | None, BT("X-331")] = None
    line: Annotated[str | None, BT("X-540")] = None
    issue_date: Annotated[date | None, BT("X-333")] = None
    type_code: Annotated[str | None, BT("X-332")] = None


class LineSupportingDocument(Group, frozen=True):
    """Line supporting documents (BG-X-3)."""

    reference: Annotated[str | None, BT("X-27")] = None
    external_location: Annotated[str | None, BT("X-28")] = None
    line: Annotated[str | None, BT("X-29")] = None
    type_code: Annotated[str | None, BT("X-30")] = None
    description: Annotated[str | None, BT("X-299")] = None
    attachment: Annotated[BinaryObject | None, BT("X-31")] = None
    reference_type_code: Annotated[str | None, BT("X-32")] = None
    issue_date: Annotated[date | None, BT("X-33")] = None
