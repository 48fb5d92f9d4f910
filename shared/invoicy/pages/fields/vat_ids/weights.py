"""The weights of the evidence for VAT ids, from data/weights/vat_ids.tsv, which also gives the reason for each."""

from functools import cache

from msgspec import Struct

from invoicy import data


class VatIdScores(Struct, frozen=True, forbid_unknown_fields=True):
    """Scores and factors of scores of an id, 0 to 1."""

    checked: float
    unchecked: float
    labelled_checked: float
    labelled_unchecked: float
    ambiguous_label: float
    sound: float
    doubtful: float
    firm: float


class BuyerChances(Struct, frozen=True, forbid_unknown_fields=True):
    """Chances that an id is the buyer's, by the evidence for its owner."""

    buyer_label: float
    our_label: float
    buyer_line: float
    seller_line: float
    buyer_block: float
    seller_block: float
    margin: float
    customer_number: float
    under_buyer: float
    otherwise: float


class OwnerLimits(Struct, frozen=True, forbid_unknown_fields=True):
    """Limits of the choice of the owners, in the chance to be the buyer's."""

    score: float
    only_buyer: float
    buyer: float
    apart: float
    both_buyer: float


class VatIdWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """All groups."""

    score: VatIdScores
    buyer: BuyerChances
    owner: OwnerLimits


@cache
def weights() -> VatIdWeights:
    """Return the weights; the file is read once."""
    return data.numbers("weights/vat_ids.tsv", VatIdWeights)
