"""The currency of the country that a page is about, for signs that several have and for pages that print none."""

from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.region import is_american
from invoicy.pages.fields.currency.weights import weights
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.parsers.currencies import code_of, country_words_in, of_country, of_language, sharing
from invoicy.pages.parsers.ibans import ibans_in
from invoicy.pages.parsers.vat_ids import vat_ids_in

# One word may be of the other party: a page names a country clearly by two.
_MIN_WORDS = 2


def country_words(pages: AnnotatedPages) -> Counter[str]:
    """Return for each currency how many words of its countries are on the pages."""
    return country_words_in("\n".join(segment.text for segment in pages.segments))


def currency_of_sign(pages: AnnotatedPages, printed: FieldValue[str]) -> FieldValue[str]:
    """Return the likeliest currency of a shared sign, with its rivals. printed: the sign and its place."""
    sign, words = printed.value, country_words(pages)
    shared = sharing(sign)
    usual = code_of(sign, pages.labels.languages)
    possible = {*shared, usual}
    named = Counter({code: words[code] for code in shared if words[code]})
    likeliest = max(possible, key=lambda code: (named[code], code == usual, code))
    method = "sign and country" if named[likeliest] else "sign"

    def value(code: str) -> FieldValue[str]:
        return FieldValue(code, printed.page, printed.words, printed.text, _score(code, named), method)

    return value(likeliest).beside(value(code) for code in sorted(possible) if named[code] or code == usual)


def currency_without_sign(pages: AnnotatedPages) -> FieldValue[str] | None:
    """Return the currency of the country of an identifier or of words, else of the language.

    Its place is that of the identifier, else of a label of a total; None if there is neither.
    """
    by_identifier = next(_of_identifiers(pages), None)
    if by_identifier:
        return by_identifier
    code, score, method = _of_words(pages) or _of_language(pages)
    label = next((label for label, _ in pages.labels.named("gross", "due", "net", "tax")), None)
    if not code or label is None:
        return None
    return FieldValue.of(code, label.segment, label.segment.words, score, method)


def _of_identifiers(pages: AnnotatedPages) -> Iterator[FieldValue[str]]:
    for segment in pages.segments:
        for identifier in (*ibans_in(segment.text), *vat_ids_in(segment.text)):
            code = of_country(identifier.value[:2].replace("EL", "GR"))
            if code and identifier.is_valid:
                words = segment.words_in(identifier.start, identifier.end)
                yield FieldValue.of(code, segment, words, weights().scores.identifier, "country")


def _of_words(pages: AnnotatedPages) -> tuple[str, float, str] | None:
    """Return the currency with the most words on the pages if there are enough; with its score and method."""
    best = country_words(pages).most_common(2)
    if not best or best[0][1] < _MIN_WORDS or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0], weights().scores.country, "country"


def _of_language(pages: AnnotatedPages) -> tuple[str, float, str]:
    """Return the currency of the first language, empty if it has none; with its score and method."""
    code = "USD" if is_american(pages) else of_language(next(iter(pages.labels.languages), ""))
    return code, weights().scores.language, "language"


def _score(code: str, named: Counter[str]) -> float:
    """Return how likely a currency is by the words of its countries more than those of all others with the sign."""
    lead = named[code] - max((count for other, count in named.items() if other != code), default=0)
    scores = weights().scores
    return scores.clear_country if lead > 1 else scores.likely_country if lead == 1 else scores.unclear_country
