"""Names in the lines of the first page: whole lines, parts of lines, and names broken over two lines."""

from itertools import pairwise

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.names import is_care_of, is_name, is_salutation, name_in, parts_of, without_salutation

_GOES_ON = frozenset(
    {"&", "und", "and", "et", "y", "e", "i", "og", "och", "ja", "en", "für", "of", "de", "di", "dla", "-", "–"}
)
"""Words that cannot end a name."""
_MAX_LETTERS = 70  # letters of a name over two lines; the longest in the corpus has 64
_LABEL_WORDS = 3  # words of an unknown label before a colon; more are a sentence
_FORM_LETTERS = 12  # letters of a legal form that is alone in the next line, such as Sp. z o.o.
_SAME_SIZE = 0.1  # share of the size; lines of one name are of one size, up to rounding in the PDF
_LARGE = 1.3  # times the body's size; a name in a letterhead may be broken before any word


def add_names_from_lines(candidates: NameCandidates) -> None:
    """Add all names in the lines of the first page."""
    layout = candidates.pages.layouts[0]
    for segment in layout.segments:
        _read_line(candidates, segment)
    for block in candidates.blocks:
        if block.top.page == layout.page.number:
            for upper, lower in pairwise(block.lines):
                _read_broken(candidates, upper, lower)


def _read_line(candidates: NameCandidates, segment: Segment) -> None:
    if name := candidates.name_of(segment):
        candidate = candidates.add(name, segment)
        if without_salutation(segment.text) != segment.text:
            candidate.note(NameEvidence.WITH_A_SALUTATION)
        _read_behind_colon(candidates, segment, name)
    elif len(parts := parts_of(segment.text)) > 1:
        _read_parts(candidates, segment, parts)
    else:
        _read_doubtful(candidates, segment)


def _read_behind_colon(candidates: NameCandidates, segment: Segment, name: str) -> None:
    """Add the name behind an unknown label: Hirer: Orchards Ltd."""
    label, colon, rest = name.partition(": ")
    if colon and len(label.split()) <= _LABEL_WORDS and (behind := name_in(rest)):
        candidates.add(behind, segment).note(NameEvidence.BEHIND_A_COLON)
        candidates.add(name, segment).note(NameEvidence.WITH_A_COLON)


def _read_parts(candidates: NameCandidates, segment: Segment, parts: list[str]) -> None:
    """Add the companies in a line that marks divide."""
    for part in parts:
        end = legal_form_end(part)
        if end and is_name(part[:end]):
            candidates.add(part[:end].rstrip(" ,;"), segment)


def _read_doubtful(candidates: NameCandidates, segment: Segment) -> None:
    """Add a name that looks like a label or a street, and a name behind a label that names no party."""
    pages = candidates.pages
    if is_salutation(segment.text) or is_care_of(segment.text) or pages.dates_of(segment):
        return
    label = next((label for label in pages.labels.of(segment) if label.start == 0), None)
    whole = without_salutation(name_in(segment.text))
    if _is_plausible(whole) or (whole and not label):
        kind = NameEvidence.BEGINS_WITH_A_LABEL if label else NameEvidence.LIKE_AN_ADDRESS
        candidates.add(whole, segment).note(kind)
    behind = segment.text[segment.starts[label.end] :] if label and label.end < len(segment.words) else ""
    if behind and _is_plausible(name := name_in(behind)):
        candidates.add(name, segment).note(NameEvidence.BEHIND_A_LABEL)


def _is_plausible(name: str) -> bool:
    """Test whether a name has a legal form or no digits."""
    return bool(name) and (legal_form_end(name) > 0 or not any(c.isdigit() for c in name))


def _read_broken(candidates: NameCandidates, upper: Segment, lower: Segment) -> None:
    """Add a name that goes on in the next line: ORIPLUM Budownictwo Sp. z / o.o."""
    if upper.words[0].bold != lower.words[0].bold or abs(upper.size - lower.size) > _SAME_SIZE * upper.size:
        return
    joined = f"{upper.text} {lower.text}"
    if len(joined) > _MAX_LETTERS or not candidates.name_of(upper) or not is_name(joined):
        return
    is_hyphenated = upper.text.endswith("-")
    if is_hyphenated or upper.words[-1].text.lower() in _GOES_ON or _gains_a_form(candidates, upper, lower):
        name = joined.replace("- ", "-") if is_hyphenated else joined
        candidates.add(name, upper, lower).note(NameEvidence.BROKEN)


def _gains_a_form(candidates: NameCandidates, upper: Segment, lower: Segment) -> bool:
    """Test whether a name has its legal form at the end of the next line only, alone there or in large letters."""
    joined = f"{upper.text} {lower.text}"
    if legal_form_end(joined) != len(joined) or legal_form_end(upper.text):
        return False
    is_form = len(lower.text) <= _FORM_LETTERS and not legal_form_end(lower.text)
    return is_form or upper.size > _LARGE * candidates.body
