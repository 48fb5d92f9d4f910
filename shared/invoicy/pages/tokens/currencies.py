"""Currencies: ISO 4217 codes and the signs that stand for them."""

import re

CODES = frozenset(
    "EUR USD GBP CHF SEK DKK NOK PLN CZK HUF RON BGN HRK TRY RUB UAH INR AUD NZD CAD SGD HKD JPY CNY KRW BRL MXN ARS CLP "
    "COP PEN UYU ZAR AED SAR QAR KWD ILS EGP NGN KES GHS MYR IDR THB PHP VND TWD PKR BDT LKR ISK RSD MKD BAM ALL GEL AMD "
    "AZN KZT BYN MDL MAD TND DZD BHD OMR JOD CRC GTQ DOP BOB PYG".split()
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY", "元": "CNY", "₹": "INR", "₺": "TRY", "₽": "RUB",
    "₴": "UAH", "₪": "ILS", "₩": "KRW", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "zł": "PLN", "zl": "PLN",
    "kč": "CZK", "kc": "CZK", "ft": "HUF", "rs": "INR", "rp": "IDR", "rm": "MYR", "лв": "BGN", "lei": "RON",
    "руб": "RUB", "грн": "UAH", "sfr": "CHF", "fr": "CHF", "us$": "USD", "au$": "AUD", "a$": "AUD", "ca$": "CAD",
    "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "sg$": "SGD", "r$": "BRL", "mx$": "MXN", "nt$": "TWD",
    "$u": "UYU", "$": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR", "euroa": "EUR", "dollars": "USD", "e": "EUR",
}  # fmt: skip
_NAMES = {
    "us dollars": "USD", "us dollar": "USD", "united states dollar": "USD", "pounds sterling": "GBP", "pound sterling": "GBP",
    "swiss francs": "CHF", "indian rupee": "INR", "australian dollar": "AUD", "canadian dollar": "CAD", "rupees": "INR",
    "złotych": "PLN", "koruna": "CZK", "forint": "HUF", "aud": "AUD",
}  # fmt: skip
_KRONER = {"sv": "SEK", "da": "DKK", "no": "NOK", "cs": "CZK", "is": "ISK"}
DOLLARS = {"AUD": ("ABN", "Australia"), "CAD": ("Canada", "HST", "Ontario", "Québec", "Quebec"),
           "NZD": ("New Zealand",), "SGD": ("Singapore",), "HKD": ("Hong Kong",)}  # fmt: skip
_NAMED = re.compile("|".join(map(re.escape, _NAMES)), re.IGNORECASE)


def code_of(sign: str, languages: tuple[str, ...]) -> str:
    """ISO code of a sign printed beside an amount; empty where it is none."""
    if sign in CODES:
        return sign
    folded = sign.casefold().rstrip(".")
    if folded == "kr":
        return next((_KRONER[language] for language in languages if language in _KRONER), "SEK")
    if folded == "e" and "fi" not in languages[:2]:
        return ""
    return _SIGNS.get(folded, "")


def named_in(text: str) -> str:
    """ISO code of a currency that the text names in words; empty where it names none."""
    found = _NAMED.search(text)
    return _NAMES[found.group().casefold()] if found else ""
