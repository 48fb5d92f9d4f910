"""Peppol BIS Billing 3, COMMON: the format and check digits of identifiers, by scheme."""

import re
from collections.abc import Callable, Iterator

from invoicy.model import Identifier
from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, violation

_DUTCH_VAT = re.compile(r"NL[0-9]{9}B[0-9]{2}").fullmatch
Identified = Iterator[tuple[str, Identifier]]


def identifiers(context: InvoiceContext) -> Identified:
    """Yield the electronic addresses, identifiers and legal registrations of all parties."""
    for path, single in (
        ("/seller/electronic_address", context.seller.electronic_address),
        ("/buyer/electronic_address", context.buyer.electronic_address),
        ("/seller/legal_registration_identifier", context.seller.legal_registration_identifier),
        ("/buyer/identifier", context.buyer.identifier),
        ("/buyer/legal_registration_identifier", context.buyer.legal_registration_identifier),
        ("/payee/identifier", context.payee.identifier),
        ("/payee/legal_registration_identifier", context.payee.legal_registration_identifier),
    ):
        if single is not None:
            yield path, single
    for position, identifier in enumerate(context.seller.identifiers):
        yield f"/seller/identifiers/{position}", identifier


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    """Return the sum of the digits, each multiplied by its weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def is_numeric(text: str) -> bool:
    """Test for text that XPath's number() takes."""
    try:
        float(text)
    except ValueError:
        return False
    return text.strip(" +-.0123456789") == ""


def _digits(value: str, length: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) == length


def is_gln(value: str) -> bool:
    """GS1 location number: digits, the last one a check digit by threes and ones from the right."""
    if not (value.isascii() and value.isdigit()):
        return False
    body = value[-2::-1]
    return (10 - weighted(body, (3, 1) * len(body)) % 10) % 10 == int(value[-1])


def is_norwegian_organisation(value: str) -> bool:
    """Nine digits, the last one modulo 11."""
    if not _digits(value, 9) or int(value) == 0:
        return False
    return (11 - weighted(value[7::-1], (2, 3, 4, 5, 6, 7, 2, 3)) % 11) % 11 == int(value[8])


def is_danish_cvr(value: str) -> bool:
    """Eight digits, DK in front of them or not."""
    return _digits(value.removeprefix("DK"), 8)


def is_belgian_enterprise(value: str) -> bool:
    """Ten digits, the last two 97 less the rest modulo 97."""
    return _digits(value, 10) and 97 - int(value[:8]) % 97 == int(value[8:])


def is_italian_office(value: str) -> bool:
    """Codice IPA: six letters or digits."""
    return len(value) == 6 and value.isascii() and value.isalnum()  # noqa: PLR2004


def is_italian_tax_code(value: str) -> bool:
    """Codice fiscale: eleven digits, or sixteen characters of its pattern."""
    if len(value) == 11:  # noqa: PLR2004
        return value.lstrip("+-").isdigit()
    if len(value) != 16:  # noqa: PLR2004
        return False
    letters = value[:6] + value[8] + value[15]
    digits = (value[6:8], value[9:11], value[14])
    return letters.isascii() and letters.isalpha() and all(part.isdigit() for part in digits)


def is_italian_vat(value: str) -> bool:
    """Partita IVA after IT: eleven digits with a Luhn check; other countries' are not looked at."""
    if value[:2].upper() != "IT":
        return True
    digits = value[2:]
    return _digits(digits, 11) and _luhn(digits)


def is_swedish_organisation(value: str) -> bool:
    """Ten digits with a Luhn check."""
    return _digits(value, 10) and _luhn(value)


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[::-2])) % 10 == 0


def is_australian_business(value: str) -> bool:
    """Eleven digits, modulo 89."""
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    return _digits(value, 11) and (weighted(value, weights) - 10) % 89 == 0


def is_danish_production_unit(value: str) -> bool:
    """P number: ten digits."""
    return _digits(value, 10)


def is_danish_tax_unit(value: str) -> bool:
    """SE number: DK and eight digits."""
    return value.startswith("DK") and _digits(value[2:], 8)


def is_dutch_company(value: str) -> bool:
    """KVK number: eight digits."""
    return _digits(value, 8)


def has_twenty_digits(value: str) -> bool:
    """As a Dutch OIN or establishment number has."""
    return _digits(value, 20)


def is_dutch_vat(value: str) -> bool:
    """NL, nine digits, B and two digits."""
    return _DUTCH_VAT(value) is not None


def _dutch_vat_identifiers(context: InvoiceContext) -> Iterator[Violation]:
    for path, party in (
        ("/seller", context.seller),
        ("/buyer", context.buyer),
        ("/tax_representative", context.tax_representative),
    ):
        identifier = party.vat_identifier or ""
        if identifier.startswith("NL") and not is_dutch_vat(identifier):
            yield violation(f"{path}/vat_identifier", identifier)


def _of_scheme(scheme: str, is_right: Callable[[str], bool], *, address_only: bool = False) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, identifier in identifiers(context):
            if identifier.scheme != scheme or (address_only and not path.endswith("electronic_address")):
                continue
            if not is_right(" ".join((identifier.value or "").split())):
                yield violation(path, identifier.value)

    return check


def _rule(number: int | str, sentence: str, check: Check, severity: Severity = Severity.FATAL) -> Rule:
    terms = ("BT-29", "BT-30", "BT-34", "BT-46", "BT-47", "BT-49", "BT-60", "BT-61")
    return Rule(f"PEPPOL-COMMON-R{number:>03}", severity, terms, sentence, check)


_WARNING = Severity.WARNING
RULES: tuple[Rule, ...] = (
    _rule(40, "A GLN (0088) has a valid check digit.", _of_scheme("0088", is_gln)),
    _rule(
        41,
        "A Norwegian organisation number (0192) has nine digits and a valid check digit.",
        _of_scheme("0192", is_norwegian_organisation),
    ),
    _rule(
        42,
        "A Danish CVR number (0184) has eight digits, DK in front of them or not.",
        _of_scheme("0184", is_danish_cvr),
    ),
    _rule(
        43,
        "A Belgian enterprise number (0208) has ten digits and valid check digits.",
        _of_scheme("0208", is_belgian_enterprise),
    ),
    _rule(
        44,
        "An Italian Codice IPA (0201) has six letters or digits.",
        _of_scheme("0201", is_italian_office),
        _WARNING,
    ),
    _rule(
        45,
        "An Italian Codice fiscale (0210) has eleven digits or its sixteen characters.",
        _of_scheme("0210", is_italian_tax_code),
        _WARNING,
    ),
    _rule(
        46,
        "An Italian Codice fiscale (9907) has eleven digits or its sixteen characters.",
        _of_scheme("9907", is_italian_tax_code, address_only=True),
        _WARNING,
    ),
    _rule(
        47,
        "An Italian Partita IVA (0211) has eleven digits and a valid check digit.",
        _of_scheme("0211", is_italian_vat),
        _WARNING,
    ),
    _rule(
        49,
        "A Swedish organisation number (0007) has ten digits and a valid check digit.",
        _of_scheme("0007", is_swedish_organisation),
    ),
    _rule(
        50,
        "An Australian business number (0151) has eleven digits and valid check digits.",
        _of_scheme("0151", is_australian_business),
    ),
    _rule(52, "A Danish P number (0096) has ten digits.", _of_scheme("0096", is_danish_production_unit), _WARNING),
    _rule(53, "A Danish SE number (0198) is DK and eight digits.", _of_scheme("0198", is_danish_tax_unit), _WARNING),
    _rule(54, "A Dutch KVK number (0106) has eight digits.", _of_scheme("0106", is_dutch_company), _WARNING),
    _rule(55, "A Dutch OIN (0190) has twenty digits.", _of_scheme("0190", has_twenty_digits), _WARNING),
    _rule(
        "056-1",
        "A Dutch VAT identifier (9944) is NL, nine digits, B and two digits.",
        _of_scheme("9944", is_dutch_vat),
        _WARNING,
    ),
    Rule(
        "PEPPOL-COMMON-R056-2",
        _WARNING,
        ("BT-31", "BT-48", "BT-63"),
        "A Dutch VAT identifier (BT-31, BT-48, BT-63) is NL, nine digits, B and two digits.",
        _dutch_vat_identifiers,
    ),
    _rule(
        57, "A Dutch establishment number (0217) has twenty digits.", _of_scheme("0217", has_twenty_digits), _WARNING
    ),
)
