"""The chance that a VAT id is the buyer's: by its label, its line, its block, its neighbours and the names above it."""

from collections.abc import Iterator

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.fields.vat_ids.weights import weights
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.word_lists import words_of

_HEAD = 0.1  # share of the page's height; the letterhead ends here
_FOOT = 0.75  # share of the page's height; footers with ids in columns are higher than others
_MIN_NAME_LETTERS = 4  # letters; shorter names occur in other words by chance
_NEAR_ROWS = 2  # rows above and below in which a customer number belongs to the same block
_ALIGNED = 2  # sizes of a letter; lines of one block begin less than this apart
_NEAR_LINES = 3  # sizes of a letter from line to line: two lines and a half
_REACH = 14.0  # sizes of a letter from a name down to its id: a block of about ten lines
_COLUMN = 12  # sizes of a letter to the side; columns of addresses begin further apart
_SLANT = 0.5  # points down that a point to the side counts as; a name straight above is nearer
_ROLE_WEIGHT = 0.9  # weight in data/labels above which a label names this party in nearly all documents
_NOWHERE = 1e6  # points; more than any page is high


def labelled_buyer_chance(pages: AnnotatedPages, parties: Parties, label: Label, segment: Segment) -> float:
    """Return the chance that the id of a label is the buyer's. segment: the line that prints the id."""
    if label.fields.get("buyer_vat_id", 0.0) >= label.fields.get("vat_id", 0.0):
        return weights().buyer.buyer_label
    if label.key.startswith(tuple(words_of("seller_label_starts"))):
        return weights().buyer.our_label
    return buyer_chance(pages, parties, segment)


def buyer_chance(pages: AnnotatedPages, parties: Parties, segment: Segment) -> float:
    """Return the chance that an id in a line is the buyer's, by the first evidence that there is."""
    chances = weights().buyer
    names_buyer, names_seller = _names(parties.buyer, segment), _names(parties.seller, segment)
    if names_buyer != names_seller:
        return chances.buyer_line if names_buyer else chances.seller_line
    in_buyer, in_seller = _is_in(parties.buyer_block, segment), _is_in(parties.seller_block, segment)
    if in_buyer and in_seller:
        return chances.buyer_line if _is_under_buyer(parties, segment) else chances.seller_line
    if in_buyer or in_seller:
        return chances.buyer_block if in_buyer else chances.seller_block
    if not _HEAD <= depth(pages, segment) <= _FOOT:
        return chances.margin
    if _is_beside_customer_number(pages, segment):
        return chances.customer_number
    return chances.under_buyer if _is_buyer_nearest(pages, parties, segment) else chances.otherwise


def _names(name: FieldValue[str] | None, segment: Segment) -> bool:
    """Test whether a line contains the name of a party."""
    return name is not None and len(name.value) >= _MIN_NAME_LETTERS and fold(name.value) in fold(segment.text)


def _is_in(block: Block | None, segment: Segment) -> bool:
    return block is not None and block.contains(segment)


def _is_under_buyer(parties: Parties, segment: Segment) -> bool:
    """Test whether the buyer's name is above a line of the block of both parties, and the seller's not between."""
    if parties.buyer is None or parties.buyer.words[0].top > segment.top:
        return False
    if parties.seller is None:
        return True
    return not parties.buyer.words[0].top < parties.seller.words[0].top <= segment.top


def _is_beside_customer_number(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a customer number is in the same column, a line or two above or below."""
    rows = pages.layout(segment.page).rows[max(0, segment.row - _NEAR_ROWS) : segment.row + _NEAR_ROWS + 1]
    near = (other for row in rows for other in row if _is_near(other, segment))
    return any(_is_customer_number(label) for other in near for label in pages.labels.of(other))


def _is_near(other: Segment, segment: Segment) -> bool:
    is_aligned = abs(other.x0 - segment.x0) < _ALIGNED * segment.size
    return is_aligned and abs(other.top - segment.top) < _NEAR_LINES * segment.size


def _is_customer_number(label: Label) -> bool:
    return "other_reference" in label.fields and label.key.startswith(tuple(words_of("customer_label_starts")))


def _is_buyer_nearest(pages: AnnotatedPages, parties: Parties, segment: Segment) -> bool:
    """Test whether the name or label above a line, in its column, that is nearest to it is the buyer's."""
    seller = min(_distances(pages, parties.seller, "seller", segment), default=_NOWHERE)
    buyer = min(_distances(pages, parties.buyer, "buyer", segment), default=_NOWHERE)
    return buyer < seller and buyer < _REACH * segment.size


def _distances(pages: AnnotatedPages, name: FieldValue[str] | None, role: str, segment: Segment) -> Iterator[float]:
    """Yield the distances in points from a line to each name or label of a party above it."""
    for row in pages.layout(segment.page).rows[: segment.row + 1]:
        yield from (_distance(other, segment) for other in row if _names_party(pages, other, name, role))


def _names_party(pages: AnnotatedPages, segment: Segment, name: FieldValue[str] | None, role: str) -> bool:
    """Test whether a line begins with the name of a party or is its label."""
    if name is not None and len(name.value) >= _MIN_NAME_LETTERS and fold(segment.text).startswith(fold(name.value)):
        return True
    labels = (
        label for label in pages.labels.of(segment) if label.begins_segment and label.ends_segment and label.colon
    )
    return any(label.fields.get(role, 0.0) > _ROLE_WEIGHT for label in labels)


def _distance(party: Segment, segment: Segment) -> float:
    """Return the distance in points to a line below the party's, further for a line set to the side."""
    aside = abs(segment.x0 - party.x0)
    if segment.top < party.top - segment.size or aside > _COLUMN * segment.size:
        return _NOWHERE
    return segment.top - party.top + _SLANT * aside
