"""Every line that may be a name, and names that are broken over two lines."""

from itertools import pairwise

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import (
    is_care_of,
    is_name,
    is_salutation,
    legal_form_end,
    name_in,
    parts_of,
    without_salutation,
)

_GOES_ON = frozenset(
    {"&", "und", "and", "et", "y", "e", "i", "og", "och", "ja", "en", "für", "of", "de", "di", "dla", "-", "–"}
)
_MOST_LETTERS = 70
_LABEL_WORDS = 3


def read_lines(people: NameCandidates) -> None:
    """Lines of the first page that may be names."""
    for segment in people.pages.layouts[0].segments:
        if name := people.name_of(segment):
            person = people.person(name, segment)
            if without_salutation(segment.text) != segment.text:
                person.note("with a title")
            _read_behind_colon(people, segment, name)
        elif (parts := parts_of(segment.text)) and len(parts) > 1:
            _read_parts(people, segment, parts)
        else:
            _read_doubtful(people, segment)
    for block in people.blocks:
        if block.top.page == people.pages.layouts[0].page.number:
            for upper, lower in pairwise(block.lines):
                _read_broken(people, upper, lower)


def _read_doubtful(people: NameCandidates, segment: Segment) -> None:
    """A company called like a label or a street, and what stands behind a label that is no label of a party."""
    pages = people.pages
    if is_salutation(segment.text) or is_care_of(segment.text) or pages.dates_of(segment):
        return
    label = next((one for one in pages.labels.of(segment) if one.start == 0), None)
    behind = segment.text[segment.starts[label.end] :] if label and label.end < len(segment.words) else ""
    whole = without_salutation(name_in(segment.text))
    if _is_worded(whole) or (whole and not label):
        people.person(whole, segment).note("begins with a label" if label else "like an address")
    if behind and _is_worded(name := name_in(behind)):
        people.person(name, segment).note("behind a label")


def _is_worded(name: str) -> bool:
    """Words alone, or a company."""
    return bool(name) and (legal_form_end(name) > 0 or not any(c.isdigit() for c in name))


def _read_behind_colon(people: NameCandidates, segment: Segment, name: str) -> None:
    """Hirer: Orchards Ltd, a label that is not known."""
    label, colon, rest = name.partition(": ")
    if colon and len(label.split()) <= _LABEL_WORDS and (behind := name_in(rest)):
        people.person(behind, segment).note("behind a colon")
        people.person(name, segment).note("with a colon")


def _read_parts(people: NameCandidates, segment: Segment, parts: list[str]) -> None:
    """A company in the middle of a line that bullets divide."""
    for part in parts:
        end = legal_form_end(part)
        if end and is_name(part[:end]):
            people.person(part[:end].rstrip(" ,;"), segment)


def _read_broken(people: NameCandidates, upper: Segment, lower: Segment) -> None:
    """ORIPLUM Budownictwo Sp. z / o.o.: the legal form, or a word that asks for another, stands at the end."""
    if upper.words[0].bold != lower.words[0].bold or abs(upper.size - lower.size) > 0.1 * upper.size:
        return
    joined = f"{upper.text} {lower.text}"
    if len(joined) > _MOST_LETTERS or not people.name_of(upper) or not is_name(joined):
        return
    end = legal_form_end(joined)
    spans = end == len(joined) and not legal_form_end(upper.text) and _is_open(lower.text)
    large = upper.size > 1.3 * people.body and end == len(joined) and not legal_form_end(upper.text)
    if spans or large or upper.words[-1].text.lower() in _GOES_ON or upper.text.endswith("-"):
        people.person(joined.replace("- ", "-") if upper.text.endswith("-") else joined, upper, lower).note("broken")


def _is_open(lower: str) -> bool:
    """The line is a legal form, or the rest of one."""
    return len(lower) <= 12 and not legal_form_end(f"{lower}")
