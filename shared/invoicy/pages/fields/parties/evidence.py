"""Kinds of evidence for the name of a party: the name itself, the layout of its places, its labels."""

from enum import StrEnum

from invoicy.pages.scoring.chances import NO_CANDIDATE

ROLES = ("seller", "buyer", "ship_to", "holder")
"""Meanings of labels that name a party; holder: of the account."""


class NameEvidence(StrEnum):
    """Kinds of evidence from a name's words, from the lines that led to it, and from all its places together."""

    # words
    LEGAL_FORM = "legal form"
    LIKE_A_PERSON = "like a person"
    ONE_WORD = "one word"
    MANY_WORDS = "many words"
    LIKE_A_STREET = "like a street"
    DIGITS = "digits"
    SENTENCE = "sentence"
    LOWER_CASE = "lower case"

    # the line that led to it
    ATTENTION = "attention"
    RETURN_ADDRESS = "return address"
    UNDER_RETURN_ADDRESS = "under return address"
    FOOTER_ADDRESS = "footer address"
    HONORIFIC = "honorific"
    NEIGHBOUR = "neighbour"
    WITH_A_SALUTATION = "with a salutation"
    BEGINS_WITH_A_LABEL = "begins with a label"
    LIKE_AN_ADDRESS = "like an address"
    BEHIND_A_LABEL = "behind a label"
    BEHIND_A_COLON = "behind a colon"
    WITH_A_COLON = "with a colon"
    BROKEN = "broken"

    # all places
    REPEATED = "repeated"
    REPEATED_AGAIN = "repeated again"
    DOMAIN = "domain"
    DOMAIN_IN_ITS_BLOCK = "domain in its block"


class LayoutEvidence(StrEnum):
    """Kinds of evidence from the layout of one place; for places after the first, also() returns another kind."""

    # zone of the page
    HEAD_LEFT = "head left"
    HEAD_RIGHT = "head right"
    WINDOW_LEFT = "window left"
    WINDOW_RIGHT = "window right"
    MIDDLE_LEFT = "middle left"
    MIDDLE_RIGHT = "middle right"
    FOOT_LEFT = "foot left"
    FOOT_RIGHT = "foot right"
    FIRST_ROW = "first row"
    NEXT_ROWS = "next rows"
    LATER_PAGE = "later page"

    # type
    LARGEST = "largest"
    LARGE = "large"
    LARGER = "larger"
    SMALL = "small"
    BOLD = "bold"

    # row
    ITEMS = "items"
    AMOUNTS_IN_ITS_ROW = "amounts in its row"
    BANK = "bank"
    LABEL_WORD = "label word"
    VALUE_OF_A_LABEL = "value of a label"

    # block
    BLOCK_TOP = "block top"
    LINE_2_OF_ITS_BLOCK = "line 2 of its block"
    LINE_3_OF_ITS_BLOCK = "line 3 of its block"
    UNDER_A_HEADING = "under a heading"
    UNDER_A_STREET = "under a street"
    LIKE_A_HEADING = "like a heading"
    RIGHT_ALIGNED = "right aligned"
    BANK_AND_IDS_BESIDE_IT = "bank and ids beside it"
    TOWN_UNDER_IT = "town under it"
    STREET_UNDER_IT = "street under it"
    CONTACT_UNDER_IT = "contact under it"
    VAT_ID_UNDER_IT = "VAT id under it"
    BUYERS_VAT_ID_UNDER_IT = "buyer's VAT id under it"
    ACCOUNT_UNDER_IT = "account under it"
    REGISTER_UNDER_IT = "register under it"
    CARE_OF_UNDER_IT = "care of under it"

    # address
    ADDRESS_IN_HEAD = "address in head"
    ADDRESS_IN_WINDOW = "address in window"
    ADDRESS_IN_MIDDLE = "address in middle"
    ADDRESS_IN_FOOT = "address in foot"
    ADDRESS_1 = "address 1"
    ADDRESS_2 = "address 2"
    ADDRESS_3 = "address 3"
    ONLY_ADDRESS = "only address"
    ALONE_WITH_AN_ID = "alone with an id"
    LEFT_ADDRESS = "left address"
    RIGHT_ADDRESS = "right address"
    ADDRESS_ON_THE_WINDOWS_SIDE = "address on the window's side"
    ADDRESS_ON_THE_OTHER_SIDE = "address on the other side"
    ADDRESS_UNDER_A_SENDER_ELSEWHERE = "address under a sender elsewhere"


class PartyLabelPlace(StrEnum):
    """The place of a party's label: high or low on the pages, and by the name."""

    HIGH = "label"
    LOW = "label low"
    BEFORE_IT = "label before it"
    BESIDE_IT = "label beside it"
    OVER_IT = "label over it"
    IN_A_SENTENCE = "label in a sentence"


class OtherForm(StrEnum):
    """Kinds of evidence of a name that is also printed in a longer or shorter form."""

    LONGER = "~longer"
    SHORTER = "~shorter"


def label_kind(role: str, place: PartyLabelPlace) -> str:
    """Return the kind of evidence of a party's label: buyer label over it."""
    return f"{role} {place}"


def also(kind: LayoutEvidence) -> str:
    """Return the kind of evidence of a place after the first: also first row."""
    return f"also {kind}"


def of_other_form(kind: str) -> str:
    """Return the kind of evidence that a longer or shorter form of a name lends to it: ~legal form."""
    return f"~{kind}"


def kinds() -> frozenset[str]:
    """Return all kinds of evidence that a name may have; data/weights/parties.json has a weight for each."""
    labels = {label_kind(role, place) for role in ROLES for place in PartyLabelPlace}
    own = {*NameEvidence, *LayoutEvidence, *map(also, LayoutEvidence), *labels}
    return frozenset({NO_CANDIDATE, *OtherForm, *own, *map(of_other_form, own)})
