"""Parties by their labels: the names that Seller, Bill to or Account holder speak of."""

import re

from invoicy.pages.annotated.labels import Label
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.name_lines import lines_below, starts_with_label
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.names import is_care_of, is_postal, is_salutation, is_street, name_in, without_salutation

_PLACEHOLDERS = frozenset({"name", "customer", "client", "company", "nombre", "nom", "kunde", "cliente"})
_HEADINGS = frozenset({"seller", "buyer", "ship_to", "column", "title", "heading", "net", "gross", "due"})
_HIGH = 0.55
_SENTENCE = 8
_RIVALS = frozenset({"buyer", "seller", "holder", "ship_to", "title", "account"})


def read_labels(people: NameCandidates) -> None:
    """Reads the labels that say who sells and who buys."""
    _Labelled(people).read()


class _Labelled:
    """Labels of parties, and where the name stands that each speaks of."""

    def __init__(self, people: NameCandidates) -> None:
        self.people, self.pages = people, people.pages

    def read(self) -> None:
        for role in ("seller", "buyer", "ship_to", "holder"):
            for label, weight in self.pages.labels.named(role):
                if not self._heads(label, role):
                    continue
                found = self._named_by(label)
                if found is None:
                    continue
                name, segment = found
                if is_care_of(label.segment.text):
                    self.people.person(name, segment).note("attention")
                    continue
                person = self.people.person(name, segment)
                person.note(f"{role} label" if self._is_high(label) else f"{role} label low", weight)
                person.note(f"{role} label {_relation(label, segment)}")

    def _is_high(self, label: Label) -> bool:
        """Parties are named high on the first page; a payment slip at the foot names them once more, or crosswise."""
        page = self.pages.layout(label.segment.page).page
        return label.segment.top < _HIGH * page.height and page.number == self.pages.layouts[0].page.number

    def _heads(self, label: Label, role: str) -> bool:
        """It opens its segment and is followed by a colon or by nothing, as a heading is."""
        if any(w > label.fields[role] for name, w in label.fields.items() if name in _RIVALS):
            return False
        if not label.first:
            return label.colon and len(label.key) > 3
        return label.colon or label.last or (len(label.key) > 5 and label.end - label.start > 1)

    def _named_by(self, label: Label) -> tuple[str, Segment] | None:
        """The name a label speaks of: after it, right of it or in the lines below."""
        segment = label.segment
        inline = segment.text[segment.starts[label.end] :] if label.end < len(segment.words) else ""
        others = [one for one in self.pages.labels.of(segment) if one.start >= label.end and one.colon]
        if others and label.end < len(segment.words):
            inline = segment.text[segment.starts[label.end] : segment.starts[others[0].start]]
        if fold(inline) and (name := name_in(inline)) and not is_salutation(name):
            return without_salutation(name), segment
        below = self._below(label)
        right = self._right(label)
        if below and right:
            return (
                right
                if label.colon and right[1].x0 - segment.x1 < 12 * segment.size and not self._is_block(below[1])
                else below
            )
        return below or right

    def _is_block(self, segment: Segment) -> bool:
        block = self.people.block_of(segment)
        return block is not None and any(is_postal(line.text) for line in block.lines)

    def _right(self, label: Label) -> tuple[str, Segment] | None:
        for other in self.pages.row(label.segment)[label.segment.column + 1 :]:
            if starts_with_label(self.pages, other):
                return self._name_field(other)
            if name := self.people.name_of(other):
                return name, other
            if fold(other.text):
                return None
        return None

    def _below(self, label: Label) -> tuple[str, Segment] | None:
        """The first name in the lines under a heading; lines that only carry numbers are passed over."""
        segment = label.segment
        x0, bottom = segment.words[label.start].x0, segment.bottom
        x1 = max(segment.words[label.end - 1].x1, x0 + 6 * segment.size)
        for passed, line in enumerate(lines_below(self.pages, segment, x0, x1)):
            if line.top - bottom > 3.2 * segment.size or passed > 4:
                return None
            bottom = line.bottom
            if starts_with_label(self.pages, line):
                if found := self._name_field(line):
                    return found
                if passed == 0 and self._is_placeholder(line):
                    return line.text, line
                if self._is_heading(line):
                    return None
                continue
            name = self.people.name_of(line)
            if name or is_postal(line.text) or is_street(line.text):
                return (name, line) if name else None
        return None

    def _is_placeholder(self, line: Segment) -> bool:
        """A form that is filled with words such as Customer name in place of the name."""
        label = self.pages.labels.of(line)[0]
        return not label.colon and label.last and (label.key.endswith("name") or label.key in _PLACEHOLDERS)

    def _is_heading(self, line: Segment) -> bool:
        fields = {name for label in self.pages.labels.of(line) if label.start == 0 for name in label.fields}
        return bool(fields & _HEADINGS)

    def _name_field(self, line: Segment) -> tuple[str, Segment] | None:
        """Name: Lieferant GmbH, the name perhaps to the right and over several lines."""
        label = next((one for one in self.pages.labels.of(line) if one.start == 0), None)
        if label is None or not (label.fields.get("name") or label.fields.get("contact")) or label.fields.get("number"):
            return None
        if not label.fields.get("name") and not re.match(r"att", label.key):
            return None
        rest = line.text[line.starts[label.end] :] if label.end < len(line.words) else ""
        if name := name_in(rest):
            return name, line
        row = self.pages.row(line)
        reach = line.x1 + (80 if label.colon else 8) * line.size
        nearest = next((other for other in row[line.column + 1 :] if other.x0 < reach), None)
        if nearest and (name := name_in(nearest.text)):
            return self._several_lines(f"{self._line_before(nearest)} {name}".strip(), nearest), nearest
        return self._first_of_lines(line)

    def _line_before(self, segment: Segment) -> str:
        """The line of the name that stands close above, where the label stands beside the middle of them."""
        rows = self.pages.layout(segment.page).rows
        above = rows[segment.row - 1] if segment.row else ()
        if len(above) != 1 or abs(above[0].x0 - segment.x0) > 1 or segment.top - above[0].bottom > 0.6 * segment.size:
            return ""
        return "" if starts_with_label(self.pages, above[0]) else name_in(above[0].text)

    def _first_of_lines(self, label_line: Segment) -> tuple[str, Segment] | None:
        """The label stands in the middle of two or three lines of a name."""
        near = [
            one
            for row in self.pages.layout(label_line.page).rows
            for one in row
            if one.x0 > label_line.x1
            and abs(one.top - label_line.top) < 1.2 * label_line.size
            and one.x0 - label_line.x1 < 15 * label_line.size
        ]
        names = [one for one in near if name_in(one.text) and not starts_with_label(self.pages, one)]
        return (self._several_lines(name_in(names[0].text), names[0]), names[0]) if names else None

    def _several_lines(self, name: str, segment: Segment) -> str:
        """Lines that go on close below, with nothing left of them, belong to the name."""
        bottom = segment.bottom
        for row in self.pages.rows_below(segment):
            if len(row) != 1 or abs(row[0].x0 - segment.x0) > 1 or row[0].top - bottom > 0.6 * segment.size:
                return name
            if not (more := name_in(row[0].text)) or starts_with_label(self.pages, row[0]):
                return name
            name, bottom = f"{name} {more}", row[0].bottom
        return name


def _relation(label: Label, segment: Segment) -> str:
    """The place of the name by its label."""
    if segment.key == label.segment.key:
        return "before it" if label.colon or len(segment.words) < _SENTENCE else "in a sentence"
    return "beside it" if segment.row == label.segment.row else "over it"
