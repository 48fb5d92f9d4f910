"""Seller and buyer: found by labels, by where letterhead, window and footer stand, and by whose e-mail it is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from invoicy.pages.candidates import Scene
from invoicy.pages.found import Found
from invoicy.pages.labels import Label, fold
from invoicy.pages.layout import Segment
from invoicy.pages.names import (
    is_postal,
    is_salutation,
    is_street,
    legal_form_end,
    name_in,
    parts_of,
    without_salutation,
)

_DOMAIN = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}", re.IGNORECASE)
_PUBLIC = frozenset(
    [
        "gmail",
        "yahoo",
        "hotmail",
        "outlook",
        "web",
        "gmx",
        "icloud",
        "aol",
        "live",
        "protonmail",
        "mail",
        "t-online",
        "wp",
        "onet",
        "seznam",
        "orange",
        "free",
        "example",
    ]
)
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3,}\.?\s\d{1,4}\s?[a-zA-Z]?$")
_PLACEHOLDERS = frozenset({"name", "customer", "client", "company", "nombre", "nom", "kunde", "cliente"})
_BLOCK_LINES = 8
_WINDOW = (0.1, 0.45)
_COST = 0.1
_BANKS = ("bank", "sparkasse", "kasse", "credit", "banca", "banco", "banque", "caixa", "caja", "spar", "pankki")
_HEADINGS = frozenset({"seller", "buyer", "ship_to", "column", "title", "heading", "net", "gross", "due"})
_NEAR_ROWS = 4
_FORM_WORDS = 4
_RIVALS = frozenset({"buyer", "seller", "holder", "ship_to", "title", "account"})
_CROSSED = 0.6


class Block(Struct, frozen=True):
    """Lines that stand under each other and belong together: an address, a letterhead, a footer."""

    lines: tuple[Segment, ...]

    @property
    def top(self) -> Segment:
        return self.lines[0]

    def holds(self, segment: Segment) -> bool:
        return any(line.key == segment.key for line in self.lines)


class Parties(Struct, frozen=True):
    """Names of seller and buyer, and the blocks in which their addresses stand."""

    seller: Found[str] | None
    buyer: Found[str] | None
    seller_block: Block | None = None
    buyer_block: Block | None = None


class _Person(Struct):
    """One name, wherever it stands, with what speaks for its being the seller and the buyer."""

    name: str
    segment: Segment
    block: Block | None
    doubts: dict[str, float]
    method: dict[str, str]

    def speak(self, role: str, score: float, method: str) -> None:
        score = max(-0.95, min(score, 0.97))
        if score >= 1 - self.doubts.get(f"{role}!", 1.0):
            self.method[role] = method
        self.doubts[f"{role}!"] = min(self.doubts.get(f"{role}!", 1.0), 1 - score)
        self.doubts[role] = self.doubts.get(role, 1.0) * (1 - score)

    def score(self, role: str) -> float:
        return 1 - self.doubts.get(role, 1.0)


def parties_of(scene: Scene) -> Parties:
    """The pair of different names for which most speaks."""
    people = _People(scene)
    people.read_labels()
    people.read_blocks()
    people.read_lines()
    return people.pair()


class _People:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_name: dict[str, _Person] = {}
        whole = (block for layout in scene.layouts for block in blocks_of(list(layout.segments)))
        self.blocks = _joined([part for block in whole for part in self._parted(block)])
        self.shipped: list[Segment] = []
        self.texts = [fold(segment.text) for segment in scene.segments]
        domains = [match.group(1) for segment in scene.segments for match in _DOMAIN.finditer(segment.text)]
        self.domains = [fold(domain) for domain in domains if domain.lower() not in _PUBLIC]

    def _parted(self, block: Block) -> Iterator[Block]:
        """A title of the document parts what stands over it from what stands under it."""
        lines: list[Segment] = []
        for line in block.lines:
            labels = self.scene.labels.of(line)
            if labels and labels[0].first and labels[0].last and labels[0].fields.get("title"):
                if lines:
                    yield Block(tuple(lines))
                lines = []
            else:
                lines.append(line)
        if lines:
            yield Block(tuple(lines))

    def person(self, name: str, segment: Segment, block: Block | None) -> _Person:
        key = fold(name)
        if key not in self.by_name:
            self.by_name[key] = _Person(name, segment, block, {}, {})
        found = self.by_name[key]
        if block and not found.block:
            found.block = block
        return found

    def block_of(self, segment: Segment) -> Block | None:
        return next((block for block in self.blocks if block.holds(segment)), None)

    # -------------------------------------------------------------- labels
    def read_labels(self) -> None:
        for role, trust in (("ship_to", 0.5), ("buyer", 0.93), ("seller", 0.9), ("holder", 0.5)):
            for label, weight in self.scene.labels.named(role):
                if not self._heads(label, role):
                    continue
                found = self._named_by(label)
                if found is None:
                    continue
                name, segment = found
                block = self.block_of(segment)
                if role == "ship_to":
                    self.shipped.append(segment)
                    continue
                score = trust * weight * self._height(label, role)
                self.person(name, segment, block).speak("seller" if role == "holder" else role, score, "label")

    def _height(self, label: Label, role: str) -> float:
        """Parties are named high on the first page; a payment slip at the foot names them once more, or crosswise."""
        page = self.scene.layout(label.segment.page).page
        share = label.segment.top / page.height
        first = 1.0 if page.number == self.scene.layouts[0].page.number else 0.8
        if role == "buyer" and share > 0.55:
            return 0.5 * first
        return (0.8 if share > 0.75 else 1.0) * first

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
        others = [one for one in self.scene.labels.of(segment) if one.start >= label.end and one.colon]
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
        block = self.block_of(segment)
        return block is not None and any(is_postal(line.text) for line in block.lines)

    def _right(self, label: Label) -> tuple[str, Segment] | None:
        for other in self.scene.row(label.segment)[label.segment.column + 1 :]:
            if self._starts_with_label(other):
                return self._name_field(other)
            if name := self._line_name(other):
                return name, other
            if fold(other.text):
                return None
        return None

    def _below(self, label: Label) -> tuple[str, Segment] | None:
        """The first name in the lines under a heading; lines that only carry numbers are passed over."""
        segment = label.segment
        x0, bottom = segment.words[label.start].x0, segment.bottom
        x1 = max(segment.words[label.end - 1].x1, x0 + 6 * segment.size)
        for passed, line in enumerate(self._lines_below(segment, x0, x1)):
            if line.top - bottom > 3.2 * segment.size or passed > 4:
                return None
            bottom = line.bottom
            if self._starts_with_label(line):
                if found := self._name_field(line):
                    return found
                if passed == 0 and self._is_placeholder(line):
                    return line.text, line
                if self._is_heading(line):
                    return None
                continue
            name = self._line_name(line)
            if name or is_postal(line.text) or is_street(line.text):
                return (name, line) if name else None
        return None

    def _is_placeholder(self, line: Segment) -> bool:
        """A form that is filled with words such as Customer name in place of the name."""
        label = self.scene.labels.of(line)[0]
        return not label.colon and label.last and (label.key.endswith("name") or label.key in _PLACEHOLDERS)

    def _lines_below(self, segment: Segment, x0: float, x1: float) -> Iterator[Segment]:
        for row in self.scene.rows_below(segment):
            line = next((one for one in row if one.x0 < x1 and one.x1 > x0 and one.x0 > x0 - 3 * segment.size), None)
            if line:
                yield line

    def _is_heading(self, line: Segment) -> bool:
        fields = {name for label in self.scene.labels.of(line) if label.start == 0 for name in label.fields}
        return bool(fields & _HEADINGS)

    def _name_field(self, line: Segment) -> tuple[str, Segment] | None:
        """Name: Lieferant GmbH, the name perhaps to the right and over several lines."""
        label = next((one for one in self.scene.labels.of(line) if one.start == 0), None)
        if label is None or not (label.fields.get("name") or label.fields.get("contact")) or label.fields.get("number"):
            return None
        if not label.fields.get("name") and not re.match(r"att", label.key):
            return None
        rest = line.text[line.starts[label.end] :] if label.end < len(line.words) else ""
        if name := name_in(rest):
            return name, line
        row = self.scene.row(line)
        reach = line.x1 + (80 if label.colon else 8) * line.size
        nearest = next((other for other in row[line.column + 1 :] if other.x0 < reach), None)
        if nearest and (name := name_in(nearest.text)):
            return self._several_lines(f"{self._line_before(nearest)} {name}".strip(), nearest), nearest
        return self._first_of_lines(line)

    def _line_before(self, segment: Segment) -> str:
        """The line of the name that stands close above, where the label stands beside the middle of them."""
        rows = self.scene.layout(segment.page).rows
        above = rows[segment.row - 1] if segment.row else ()
        if len(above) != 1 or abs(above[0].x0 - segment.x0) > 1 or segment.top - above[0].bottom > 0.6 * segment.size:
            return ""
        return "" if self._starts_with_label(above[0]) else name_in(above[0].text)

    def _first_of_lines(self, label_line: Segment) -> tuple[str, Segment] | None:
        """The label stands in the middle of two or three lines of a name."""
        near = [
            one
            for row in self.scene.layout(label_line.page).rows
            for one in row
            if one.x0 > label_line.x1
            and abs(one.top - label_line.top) < 1.2 * label_line.size
            and one.x0 - label_line.x1 < 15 * label_line.size
        ]
        names = [one for one in near if name_in(one.text) and not self._starts_with_label(one)]
        return (self._several_lines(name_in(names[0].text), names[0]), names[0]) if names else None

    def _several_lines(self, name: str, segment: Segment) -> str:
        """Lines that go on close below, with nothing left of them, belong to the name."""
        bottom = segment.bottom
        for row in self.scene.rows_below(segment):
            if len(row) != 1 or abs(row[0].x0 - segment.x0) > 1 or row[0].top - bottom > 0.6 * segment.size:
                return name
            if not (more := name_in(row[0].text)) or self._starts_with_label(row[0]):
                return name
            name, bottom = f"{name} {more}", row[0].bottom
        return name

    def _starts_with_label(self, segment: Segment) -> bool:
        for label in self.scene.labels.of(segment)[:1]:
            if label.first and (label.colon or label.last or len(label.key) > 8):
                return label.colon or not legal_form_end(segment.text)
        return False

    def _line_name(self, segment: Segment) -> str:
        if is_salutation(segment.text):
            return ""
        name = without_salutation(name_in(segment.text))
        if not name or self._starts_with_label(segment) or self.scene.dates_of(segment) or self._is_titled(segment):
            return ""
        if (
            any(c.isdigit() for c in name)
            and not legal_form_end(name)
            and (name[0].isdigit() or _HOUSE_NUMBER.search(name))
        ):
            return ""
        return name

    def _is_titled(self, segment: Segment) -> bool:
        """Rechnung RE-17: the title of the document with its number."""
        label = next(iter(self.scene.labels.of(segment)), None)
        if label is None or not label.first or label.last:
            return False
        titled = max(label.fields.get(title, 0.0) for title in ("title", "title_credit", "title_other"))
        return titled > 0.9 and not legal_form_end(segment.text)

    # -------------------------------------------------------------- places
    def read_blocks(self) -> None:
        """Address blocks that no label heads: window, letterhead, footer."""
        first = self.scene.layouts[0].page
        senders = [*self.read_window(), *self.read_footer()]
        order = 0
        for whole in self.blocks:
            block = Block(tuple(line for line in whole.lines if not self._return_line(line)))
            if not block.lines or block.top.page != first.number:
                continue
            self._weigh_honorific(block)
            if not any(is_postal(line.text) for line in block.lines):
                self._weigh_neighbour(block)
                continue
            found = self._block_name(block)
            if not found or self._is_bank(found[1]) or any(block.holds(segment) for segment in self.shipped):
                continue
            order += 1
            if senders and fold(found[0]) not in senders and not self._contact(block):
                self.person(*found, block).speak("buyer", 0.6, "window")
            self._weigh_block(block, found, order)

    def _weigh_honorific(self, block: Block) -> None:
        """Frau or Firma stands over the name a letter goes to, in Japanese 御中 or 様 behind it."""
        for title, line in pairwise(block.lines):
            if is_salutation(title.text) and (name := self._line_name(line)):
                self.person(name, line, block).speak("buyer", 0.7, "honorific")
        for line in block.lines:
            text = line.text.rstrip()
            if text.endswith(("御中", "様")) and (name := name_in(text.rstrip("御中様"))):
                self.person(name, line, block).speak("buyer", 0.95, "honorific")

    def _weigh_neighbour(self, block: Block) -> None:
        """A few lines with a name, beside an address in the same rows, are those of the other party."""
        name = self._line_name(block.top)
        rows = {line.row for line in block.lines}
        beside = (other for other in self.blocks if other is not block and {line.row for line in other.lines} & rows)
        if len(block.lines) < 2 or not name or any(self._starts_with_label(line) for line in block.lines[:2]):
            return
        if any(one.lines[0].row == block.top.row and any(is_postal(line.text) for line in one.lines) for one in beside):
            self.person(name, block.top, block).speak("buyer", 0.3, "neighbour")

    def read_window(self) -> list[str]:
        """The sender in small print, and under it the name of the one the letter goes to."""
        found = []
        for line in self.scene.layouts[0].segments:
            sender = self._return_line(line)
            if not sender:
                continue
            self.person(sender[0], line, None).speak("seller", 0.8, "return address")
            found.append(fold(sender[0]))
            under = next(self._names_under(line), None)
            if under and fold(under[0]) != fold(sender[0]):
                self.person(*under, self.block_of(under[1])).speak("buyer", 0.8, "window")
        return found

    def read_footer(self) -> list[str]:
        """Name, street and town in one line at the foot of the page are the sender's."""
        found = []
        for line in self.scene.layouts[0].segments:
            share = line.top / self.scene.layout(line.page).page.height
            parts = parts_of("  ".join(one.text for one in self.scene.row(line)))
            if line.column:
                continue
            if share < 0.82 or not any(is_postal(part) for part in parts[:4]) or self._starts_with_label(line):
                continue
            if (
                (name := name_in(parts[0]))
                and (len(parts) > 1 or name != line.text)
                and not is_postal(parts[0].split(",")[0])
            ):
                self.person(name, line, None).speak("seller", 0.85, "footer")
                found.append(fold(name))
        return found

    def _names_under(self, line: Segment) -> Iterator[tuple[str, Segment]]:
        for below in self._lines_below(line, line.x0 - 3 * line.size, line.x0 + 15 * line.size):
            if below.top - line.bottom > 7 * line.size:
                return
            if name := self._line_name(below):
                yield name, below

    def _weigh_block(self, block: Block, found: tuple[str, Segment], order: int) -> None:
        name, segment = found
        person = self.person(name, segment, block)
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
            if self._return_line(line) or self._starts_with_label(line):
                continue
            if name := self._line_name(line):
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
        if line.size > 1.25 * self._body_size() or "@" in parts[0] or self._starts_with_title(line):
            return None
        name = name_in(parts[0])
        return (name, line) if name and not is_street(parts[0]) else None

    def _starts_with_title(self, line: Segment) -> bool:
        return any(
            label.start == 0 and (label.colon or label.fields.get("title")) for label in self.scene.labels.of(line)
        )

    def _body_size(self) -> float:
        sizes = sorted(word.size for word in self.scene.layouts[0].page.words)
        return sizes[len(sizes) // 2] if sizes else 10.0

    # -------------------------------------------------------------- lines
    def read_lines(self) -> None:
        """Names of companies in letterhead and footer, large print, and names that a web address repeats."""
        body = self._body_size()
        buyers = {key for key, person in self.by_name.items() if person.score("buyer") > 0.85}
        for layout in self.scene.layouts:
            for segment in layout.segments:
                name = self._line_name(segment)
                if not name or fold(name) in buyers or self._is_text(segment, name):
                    continue
                self._weigh_line(segment, name, layout.page.height, body)

    def _is_text(self, segment: Segment, name: str) -> bool:
        labels = [label for label in self.scene.labels.of(segment) if label.start == 0]
        covered = labels and fold(name).startswith(labels[0].key) and len(labels[0].key) > 0.6 * len(fold(name))
        return bool(covered) or (any(char.isdigit() for char in name) and not legal_form_end(name))

    def _weigh_line(self, segment: Segment, name: str, height: float, body: float) -> None:
        share = segment.top / height
        if self._is_bank(segment):
            return
        score = 0.0
        if legal_form_end(name):
            score += 0.3 if share < 0.2 or share > 0.75 else 0.12
        if share < 0.17 and segment.page == self.scene.layouts[0].page.number:
            score += 0.2 + (0.3 if segment.size > 1.35 * body else 0.05 if segment.words[0].bold else 0.0)
        similar = self._like_domain(name)
        score += 0.35 * similar
        key = fold(name)
        if score and len(key) > 4 and sum(key in text for text in self.texts) > 1:
            score += 0.12
        if score >= 0.2:
            person = self.person(name, segment, self.block_of(segment))
            person.speak("seller", min(score, 0.8), "letterhead")

    def _is_bank(self, segment: Segment) -> bool:
        """An account stands in the lines right under it."""
        block = self.block_of(segment)
        under = [line for line in block.lines if 0 <= line.row - segment.row <= 3] if block else []
        key = fold(segment.text)
        return any(word in key for word in _BANKS) and any(
            label.fields.keys() & {"iban", "account"} for line in under for label in self.scene.labels.of(line)
        )

    def _like_domain(self, name: str) -> float:
        """1 where the domain of an e-mail or a web address on the page is made of the name."""
        key, words = fold(name), [fold(word) for word in name.split()]
        for domain in self.domains:
            if len(domain) > 3 and domain in key:
                return 1.0
            if words and len(words[0]) > 3 and domain.startswith(words[0]):
                return 0.9
            if len(key) > 3 and key in domain and len(key) > 0.65 * len(domain):
                return 0.9
        return 0.0

    # -------------------------------------------------------------- decision
    def pair(self) -> Parties:
        people = list(self.by_name.values())
        sellers = sorted(people, key=lambda one: -one.score("seller"))[:8]
        buyers = sorted(people, key=lambda one: -one.score("buyer"))[:8]
        best: tuple[float, _Person | None, _Person | None] = (0.0, None, None)
        for seller in [*sellers, None]:
            for buyer in [*buyers, None]:
                if seller is buyer and seller is not None:
                    continue
                score = _fit(seller, buyer)
                if score > best[0]:
                    best = (score, seller, buyer)
        _, seller, buyer = best
        seller = self._formal(seller)
        blocks = (seller.block if seller else None, buyer.block if buyer else None)
        return Parties(_found(seller, "seller"), _found(buyer, "buyer"), *blocks)

    def _formal(self, seller: _Person | None) -> _Person | None:
        """The name with its legal form, where letterhead or footer give it in full."""
        if seller is None or legal_form_end(seller.name) or seller.method.get("seller") == "label":
            return seller
        key = fold(seller.name)
        for segment in self.scene.segments:
            for part in (segment.text, *parts_of(segment.text)):
                end = legal_form_end(part[:80])
                if end and fold(part).startswith(key) and fold(part[:end]) != key and _is_form(part[:end], key):
                    return _Person(part[:end], segment, seller.block, seller.doubts, seller.method)
        return seller


def _is_form(name: str, key: str) -> bool:
    """Nothing but a legal form stands behind the name."""
    words = name.split()
    return any(fold("".join(words[:size])) == key and len(words) - size <= _FORM_WORDS for size in range(1, len(words)))


def _joined(blocks: list[Block]) -> list[Block]:
    """Some letters leave a line free between the street and the town."""
    joined: list[Block] = []
    for block in blocks:
        index = next((i for i, one in enumerate(joined) if _goes_on(one.lines[-1], block.top)), None)
        if index is None:
            joined.append(block)
        else:
            joined[index] = Block((*joined[index].lines, *block.lines))
    return joined


def _goes_on(street: Segment, town: Segment) -> bool:
    if street.page != town.page or abs(street.x0 - town.x0) > street.size or not is_postal(town.text):
        return False
    return 0 < town.top - street.bottom < 2.2 * street.size and is_street(street.text) and not is_postal(street.text)


def _fit(seller: _Person | None, buyer: _Person | None) -> float:
    """What speaks for a pair, less what speaks for its being the other way round."""
    score = sum(person.score(role) - _COST for person, role in ((seller, "seller"), (buyer, "buyer")) if person)
    if seller is None or buyer is None:
        return score
    if fold(seller.name) in fold(buyer.name) or fold(buyer.name) in fold(seller.name):
        score -= 1.0
    direct = seller.score("seller") + buyer.score("buyer")
    crossed = buyer.score("seller") + seller.score("buyer")
    return score - _CROSSED * max(0.0, crossed - direct)


def _found(person: _Person | None, role: str) -> Found[str] | None:
    if person is None:
        return None
    method = person.method.get(role, "place")
    return Found.of(person.name, person.segment, person.segment.words, person.score(role), method, person.name)


def blocks_of(segments: list[Segment]) -> list[Block]:
    """Segments that stand under each other, aligned left, right or in the middle, with no wide gap between."""
    groups: list[list[Segment]] = []
    near: list[list[Segment]] = []
    for segment in segments:
        near = [group for group in near if segment.row - group[-1].row <= _NEAR_ROWS]
        group = next((group for group in reversed(near) if _continues(group, segment)), None)
        if group is None:
            groups.append([segment])
            near.append(groups[-1])
        else:
            group.append(segment)
    return [Block(tuple(group)) for group in groups]


def _continues(group: list[Segment], segment: Segment) -> bool:
    last = group[-1]
    size = max(segment.size, last.size)
    if last.page != segment.page or last.row == segment.row or len(group) >= _BLOCK_LINES + 4:
        return False
    if not -0.5 * size < segment.top - last.bottom < 0.95 * min(segment.size, last.size) or size > 2.2 * min(
        segment.size, last.size
    ):
        return False
    edges = (segment.x0 - last.x0, segment.x1 - last.x1, (segment.x0 + segment.x1 - last.x0 - last.x1) / 2)
    return min(abs(edge) for edge in edges) < 0.4 * size or abs(edges[0]) < 0.8 * size
