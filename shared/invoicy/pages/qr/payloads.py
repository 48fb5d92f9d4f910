"""The forms of payload that are known."""

from collections.abc import Callable

from invoicy.pages.qr import czech, epc, hub, indian, links, objects, portuguese, saudi, serbian, slovak, swiss, upn
from invoicy.pages.qr.codes import Code
from invoicy.pages.qr.said import Said

FAMILIES: tuple[Callable[[str, bytes], Said | None], ...] = (
    epc.parse,
    swiss.parse,
    upn.parse,
    hub.parse,
    czech.parse,
    serbian.parse,
    portuguese.parse,
    links.parse,
    objects.parse,
    indian.parse,
    slovak.parse,
    saudi.parse,
)


def said_by(code: Code) -> Said | None:
    """The terms that a code states of its invoice; None for a code of no known form: a link, a ticket."""
    text = code.text.removeprefix("\ufeff").lstrip()
    return next((said for parse in FAMILIES if (said := parse(text, code.content)) is not None), None)
