"""Sellers by single lines: companies in letterhead and footer, large print, names that a web address repeats."""

from invoicy.pages.labels import fold
from invoicy.pages.layout import Segment
from invoicy.pages.line_names import body_size, line_name
from invoicy.pages.names import legal_form_end
from invoicy.pages.people import People


def read_lines(people: People) -> None:
    """What the print of single lines says of who sells."""
    _Printed(people).read()


class _Printed:
    """Lines that are a name, weighed by how and where they are printed."""

    def __init__(self, people: People) -> None:
        self.people, self.scene = people, people.scene

    def read(self) -> None:
        """Names of companies in letterhead and footer, large print, and names that a web address repeats."""
        body = body_size(self.scene)
        buyers = {key for key, person in self.people.by_name.items() if person.score("buyer") > 0.85}
        for layout in self.scene.layouts:
            for segment in layout.segments:
                name = line_name(self.scene, segment)
                if not name or fold(name) in buyers or self._is_text(segment, name):
                    continue
                self._weigh_line(segment, name, layout.page.height, body)

    def _is_text(self, segment: Segment, name: str) -> bool:
        labels = [label for label in self.scene.labels.of(segment) if label.start == 0]
        covered = labels and fold(name).startswith(labels[0].key) and len(labels[0].key) > 0.6 * len(fold(name))
        return bool(covered) or (any(char.isdigit() for char in name) and not legal_form_end(name))

    def _weigh_line(self, segment: Segment, name: str, height: float, body: float) -> None:
        share = segment.top / height
        if self.people.is_bank(segment):
            return
        score = 0.0
        if legal_form_end(name):
            score += 0.3 if share < 0.2 or share > 0.75 else 0.12
        if share < 0.17 and segment.page == self.scene.layouts[0].page.number:
            score += 0.2 + (0.3 if segment.size > 1.35 * body else 0.05 if segment.words[0].bold else 0.0)
        similar = self._like_domain(name)
        score += 0.35 * similar
        key = fold(name)
        if score and len(key) > 4 and sum(key in text for text in self.people.texts) > 1:
            score += 0.12
        if score >= 0.2:
            person = self.people.person(name, segment, self.people.block_of(segment))
            person.speak("seller", min(score, 0.8), "letterhead")

    def _like_domain(self, name: str) -> float:
        """1 where the domain of an e-mail or a web address on the page is made of the name."""
        key, words = fold(name), [fold(word) for word in name.split()]
        for domain in self.people.domains:
            if len(domain) > 3 and domain in key:
                return 1.0
            if words and len(words[0]) > 3 and domain.startswith(words[0]):
                return 0.9
            if len(key) > 3 and key in domain and len(key) > 0.65 * len(domain):
                return 0.9
        return 0.0
