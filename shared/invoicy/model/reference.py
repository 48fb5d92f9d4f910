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
