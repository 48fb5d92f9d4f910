"""Kinds of evidence for an invoice number or an order: its place, its looks and its labels."""

from enum import StrEnum

from invoicy.pages.fields.place_evidence import PlaceEvidence
from invoicy.pages.scoring.chances import NO_CANDIDATE

TITLES = ("title", "title_credit")
LABEL_FIELDS = frozenset(
    {"number", "purchase_order", "other_reference", "other_id", "vat_id", "buyer_vat_id", "account", "iban", "contact"}
    | {"issue_date", "due_date", "other_date", "address", "page", "column", "title_other", *TITLES}
)
"""Meanings of labels that are evidence for a reference or against it."""


class ReferenceEvidence(StrEnum):
    """Kinds of evidence apart from labels, and the place of a number's label by the title."""

    # place and print
    ALONE = "alone"
    LARGE = "large"
    BOLD = "bold"
    IN_A_SENTENCE = "in a sentence"
    BESIDE_TITLE = "beside title"
    UNDER_TITLE = "under title"
    BY_ITSELF = "by itself"
    REPEATED = "repeated"
    PART_OF_ANOTHER = "part of another"
    WITH_ITS_SERIES = "with its series"
    NUMBER_LABEL_AFTER_TITLE = "number label after title"
    NUMBER_LABEL_UNDER_TITLE = "number label under title"
    NUMBER_LABEL_BESIDE_TITLE = "number label beside title"

    # looks
    GOES_ON = "goes on"
    SEVERAL_WORDS = "several words"
    GROUPS_OF_DIGITS = "groups of digits"
    A_YEAR = "a year"
    A_WORD_AND_A_YEAR = "a word and a year"
    YEAR_IN_IT = "year in it"
    NO_DIGITS = "no digits"
    ONE_DIGIT = "one digit"
    TWO_DIGITS = "two digits"
    THREE_DIGITS = "three digits"
    MANY_DIGITS = "many digits"
    DIGITS_ALONE = "digits alone"
    LETTERS_AND_DIGITS = "letters and digits"
    MOSTLY_LETTERS = "mostly letters"
    SMALL_LETTERS = "small letters"
    A_POST_CODE = "a post code"
    SELLERS_ORDER = "seller's order"
    NAMES_AN_ORDER = "names an order"
    LIKE_A_TELEPHONE = "like a telephone"
    A_TIME = "a time"
    STROKES = "strokes"
    POINT_OR_COMMA = "point or comma"


class ReferenceLabelManner(StrEnum):
    """The place of a label in its line; it limits how far the label can be relied on."""

    HEAD = ""
    IN_A_SENTENCE = " in a sentence"
    OF_A_LETTER_OR_TWO = " of a letter or two"
    AMID_A_LINE = " amid a line"


def label_kind(field: str, manner: ReferenceLabelManner = ReferenceLabelManner.HEAD, *, weak: bool = False) -> str:
    """Return the kind of evidence of a label. field: its meaning. weak: it may well mean something else."""
    return f"{'weak ' if weak else ''}{field} label{manner}"


def kinds() -> frozenset[str]:
    """Return all kinds of evidence that a reference may have; data/weights/references.json has a weight for each."""
    labels = {
        label_kind(field, manner, weak=weak)
        for field in LABEL_FIELDS
        for manner in ReferenceLabelManner
        for weak in (False, True)
    }
    return frozenset({NO_CANDIDATE, *PlaceEvidence, *ReferenceEvidence, *labels})
