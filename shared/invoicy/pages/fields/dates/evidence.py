"""Kinds of evidence for an issue date or a due date: its place, the text around it, its labels, the other dates."""

from enum import StrEnum

from invoicy.pages.fields.place_evidence import PlaceEvidence
from invoicy.pages.scoring.chances import NO_CANDIDATE


class DateEvidence(StrEnum):
    """Kinds of evidence apart from labels."""

    PRINTED = "printed"
    IN_THE_TITLES_LINE = "in the title's line"
    FOR_A_DISCOUNT = "for a discount"
    ASKED_FOR_IN_A_SENTENCE = "asked for in a sentence"

    # the text around the date
    IN_A_SENTENCE = "in a sentence"
    ALONE = "alone"
    BEHIND_A_TOWN = "behind a town"
    IN_BRACKETS = "in brackets"
    OF_A_PERIOD = "of a period"
    AMOUNTS_IN_ITS_ROW = "amounts in its row"
    NO_SEPARATORS = "no separators"

    # the other dates of the document
    REPEATED = "repeated"
    THE_FIRST = "the first"
    THE_LAST = "the last"
    THE_ONLY_ONE = "the only one"
    AFTER_THE_ISSUE_DATE = "after the issue date"
    BEFORE_THE_ISSUE_DATE = "before the issue date"


class DateLabel(StrEnum):
    """Meanings of a date's label; each is a kind of evidence, and with each of DateLabelManner another."""

    ISSUE = "issue label"
    DUE = "due label"
    OTHER = "other label"


class DateLabelManner(StrEnum):
    """The place of a label in its line, and its form."""

    AMID_A_LINE = "amid a line"
    BEHIND_THE_NUMBER = "behind the number"
    HEADS_A_COLUMN = "heads a column"
    WITH_A_COLON = "with a colon"


def label_kind(label: DateLabel, manner: DateLabelManner) -> str:
    """Return the kind of evidence of a label in this manner: issue label with a colon."""
    return f"{label} {manner}"


def kinds() -> frozenset[str]:
    """Return all kinds of evidence that a date may have; data/weights/dates.json has a weight for each."""
    labels = {label_kind(label, manner) for label in DateLabel for manner in DateLabelManner}
    return frozenset({NO_CANDIDATE, *PlaceEvidence, *DateEvidence, *DateLabel, *labels})
