"""Parties by their places: address blocks that no label heads, the window, the letterhead, the footer."""

from collections.abc import Iterator
from itertools import pairwise

from invoicy.pages.blocks import Block
from invoicy.pages.labels import fold
from invoicy.pages.layout import Segment
from invoicy.pages.line_names import body_size, line_name, lines_below, starts_with_label, starts_with_title
from invoicy.pages.names import is_postal, is_salutation, is_street, name_in, parts_of
from invoicy.pages.people import People

_WINDOW = (0.1, 0.45)


def read_places(people: People) -> None:
    """What window, letterhead and footer say of who sells and who buys."""
    _Placed(people).read()


class _Placed:
    """Blocks and lines with an address, weighed by where they stand."""

    def __init__(self, people: People) -> None:
        self.people, self.scene = people, people.scene

    def read(self) -> None:
        """Address blocks that no label heads: window, letterhead, footer."""
        first = self.scene.layouts[0].page
        senders = [*self.read_window(), *self.read_footer()]
        order = 0
        for whole in self.people.blocks:
            block = Block(tuple(line for line in whole.lines if not self._return_line(line)))
            if not block.lines or block.top.page != first.number:
                continue
            self._weigh_honorific(block)
            if not any(is_postal(line.text) for line in block.lines):
                self._weigh_neighbour(block)
                continue
            found = self._block_name(block)
            if (
                not found
                or self.people.is_bank(found[1])
                or any(block.holds(segment) for segment in self.people.shipped)
            ):
                continue
            order += 1
            if senders and fold(found[0]) not in senders and not self._contact(block):
                self.people.person(*found, block).speak("buyer", 0.6, "window")
            self._weigh_block(block, found, order)

    def _weigh_honorific(self, block: Block) -> None:
        """Frau or Firma stands over the name a letter goes to, in Japanese 御中 or 様 behind it."""
        for title, line in pairwise(block.lines):
            if is_salutation(title.text) and (name := line_name(self.scene, line)):
                self.people.person(name, line, block).speak("buyer", 0.7, "honorific")
        for line in block.lines:
            text = line.text.rstrip()
            if text.endswith(("御中", "様")) and (name := name_in(text.rstrip("御中様"))):
                self.people.person(name, line, block).speak("buyer", 0.95, "honorific")

    def _weigh_neighbour(self, block: Block) -> None:
        """A few lines with a name, beside an address in the same rows, are those of the other party."""
        name = line_name(self.scene, block.top)
        rows = {line.row for line in block.lines}
        beside = (
            other for other in self.people.blocks if other is not block and {line.row for line in other.lines} & rows
        )
        if len(block.lines) < 2 or not name or any(starts_with_label(self.scene, line) for line in block.lines[:2]):
            return
        if any(one.lines[0].row == block.top.row and any(is_postal(line.text) for line in one.lines) for one in beside):
            self.people.person(name, block.top, block).speak("buyer", 0.3, "neighbour")

    def read_window(self) -> list[str]:
        """The sender in small print, and under it the name of the one the letter goes to."""
        found = []
        for line in self.scene.layouts[0].segments:
            sender = self._return_line(line)
            if not sender:
                continue
            self.people.person(sender[0], line, None).speak("seller", 0.8, "return address")
            found.append(fold(sender[0]))
            under = next(self._names_under(line), None)
            if under and fold(under[0]) != fold(sender[0]):
                self.people.person(*under, self.people.block_of(under[1])).speak("buyer", 0.8, "window")
        return found

    def read_footer(self) -> list[str]:
        """Name, street and town in one line at the foot of the page are the sender's."""
        found = []
        for line in self.scene.layouts[0].segments:
            share = line.top / self.scene.layout(line.page).page.height
            parts = parts_of("  ".join(one.text for one in self.scene.row(line)))
            if line.column:
                continue
            if share < 0.82 or not any(is_postal(part) for part in parts[:4]) or starts_with_label(self.scene, line):
                continue
            if (
                (name := name_in(parts[0]))
                and (len(parts) > 1 or name != line.text)
                and not is_postal(parts[0].split(",")[0])
            ):
                self.people.person(name, line, None).speak("seller", 0.85, "footer")
                found.append(fold(name))
        return found

    def _names_under(self, line: Segment) -> Iterator[tuple[str, Segment]]:
        for below in lines_below(self.scene, line, line.x0 - 3 * line.size, line.x0 + 15 * line.size):
            if below.top - line.bottom > 7 * line.size:
                return
            if name := line_name(self.scene, below):
                yield name, below

    def _weigh_block(self, block: Block, found: tuple[str, Segment], order: int) -> None:
        name, segment = found
        person = self.people.person(name, segment, block)
        page = self.scene.layouts[0].page
        share = segment.top / page.height
        contact = self._contact(block)
        person.speak("seller", 0.15 + 0.3 * contact + (0.2 if order == 1 else 0.0), "letterhead")
        if share < 0.13 or share > 0.8:
            person.speak("seller", 0.3 if share < 0.13 else 0.7, "letterhead")
        if _WINDOW[0] < share < _WINDOW[1]:
            person.speak("buyer", 0.3 if segment.x0 < 0.45 * page.width else 0.15, "window")
        else:
            person.speak("buyer", 0.08, "address")
        person.speak("buyer", 0.1 if contact else 0.2, "address")
        fields = {field for line in block.lines for label in self.scene.labels.of(line) for field in label.fields}
        if "buyer_vat_id" in fields:
            person.speak("buyer", 0.4, "window")
        if fields & {"iban", "account"}:
            person.speak("seller", 0.3, "letterhead")

    def _contact(self, block: Block) -> float:
        """1 where the block carries telephone, e-mail, web or ids, as the seller's own address mostly does."""
        text = " ".join(line.text for line in block.lines)
        fields = {field for line in block.lines for label in self.scene.labels.of(line) for field in label.fields}
        return 1.0 if "@" in text or "www." in text or fields & {"contact", "vat_id", "iban", "other_id"} else 0.0

    def _block_name(self, block: Block) -> tuple[str, Segment] | None:
        postal = next(index for index, line in enumerate(block.lines) if is_postal(line.text))
        for line in block.lines[: postal + 1]:
            if self._return_line(line) or starts_with_label(self.scene, line):
                continue
            if name := line_name(self.scene, line):
                return name, line
        return None

    def _return_line(self, line: Segment) -> tuple[str, Segment] | None:
        """Hetzner GmbH • Industriestr. 25 • 91710 Gunzenhausen: the sender in small print above the window."""
        share = line.top / self.scene.layout(line.page).page.height
        row = "  ".join(
            segment.text for segment in self.scene.row(line) if segment.x0 >= line.x0 - 1 and segment.x0 < line.x0 + 320
        )
        parts = parts_of(row) if len(parts_of(row)) > 2 else [part.strip() for part in line.text.split(",")]
        if len(parts) < 3 or not 0.08 < share < 0.35 or not any(is_postal(part) for part in parts[1:4]):
            return None
        if line.size > 1.25 * body_size(self.scene) or "@" in parts[0] or starts_with_title(self.scene, line):
            return None
        name = name_in(parts[0])
        return (name, line) if name and not is_street(parts[0]) else None
