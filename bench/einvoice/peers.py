"""Other programs that read e-invoices, called as their users call them."""

from collections.abc import Callable
from typing import Any

Parse = Callable[[bytes], Any]


def peers() -> dict[str, Parse]:
    from eu_einvoice.parse import parse_bytes
    from facturx.parse_xml import parse_ubl_cii_xml

    return {
        "factur-x": lambda data: parse_ubl_cii_xml(data, check_xsd=False),
        "eu-einvoice": parse_bytes,
    }
