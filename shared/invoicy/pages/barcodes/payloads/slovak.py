"""PAY by square, the payment order printed on Slovak invoices (Slovenská banková asociácia)."""

import lzma
import zlib

from invoicy.pages.barcodes.elements import amount, at, clean, day, iban
from invoicy.pages.barcodes.payment_order import PaymentOrder, ordered
from invoicy.pages.barcodes.statement import Statement

_DIGITS = {digit: value for value, digit in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUV")}
# The parameters of LZMA in the PAY by square specification.
_FILTER = {"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 2, "dict_size": 1 << 17}
_HEAD, _SUM = 4, 4
# Characters of a payload, set by hand: a head and the shortest payment have more, and a QR code has at most 4,296
# letters. The upper limit also bounds the bytes that the payload unpacks to.
_MIN_LENGTH, _MAX_LENGTH = 32, 8192


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse base 32 of a head and LZMA of a check sum and fields, separated by tabs: a count, the first payment."""
    plain = _plain(text.strip())
    if plain is None:
        return None
    parts = plain.split("\t")
    account = iban(at(parts, 12))
    if account is None:
        return None
    order = PaymentOrder(
        account=account,
        due=amount(at(parts, 3)),
        payee=clean(at(parts, 16)),
        bic=clean(at(parts, 13)),
        reference=clean(at(parts, 6)) or clean(at(parts, 9)) or clean(at(parts, 10)),
        currency=at(parts, 4),
        due_date=day(at(parts, 5), "%Y%m%d"),
    )
    return ordered("PAY by square", order)


def _plain(text: str) -> str | None:
    """Return the unpacked content; None if the check sum is wrong."""
    packed = _bytes(text)
    if len(packed) <= _HEAD:
        return None
    try:
        content = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[_FILTER]).decompress(packed[_HEAD:], _MAX_LENGTH)
    except (lzma.LZMAError, EOFError):
        return None
    length = int.from_bytes(packed[2:_HEAD], "little")
    content = content[:length]
    if len(content) <= _SUM or zlib.crc32(content[_SUM:]) != int.from_bytes(content[:_SUM], "little"):
        return None
    return content[_SUM:].decode("utf-8", "replace")


def _bytes(text: str) -> bytes:
    """Decode five bits a character; remaining bits that do not fill a byte are dropped."""
    if not _MIN_LENGTH <= len(text) <= _MAX_LENGTH or not set(text) <= _DIGITS.keys():
        return b""
    bits = "".join(f"{_DIGITS[digit]:05b}" for digit in text)
    return bytes(int(bits[start : start + 8], 2) for start in range(0, len(bits) - 7, 8))
