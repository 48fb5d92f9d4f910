"""The invoice terms of a payload, without a page."""

from invoicy.pages.barcodes.registry import statement_of
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.sources.page import Barcode


def code(text: str, content: bytes | None = None) -> Barcode:
    return Barcode(text, text.encode() if content is None else content, (0.1, 0.1, 0.2, 0.2))


def stated(text: str, content: bytes | None = None) -> Statement:
    statement = statement_of(code(text, content))
    assert statement is not None
    return statement


EPC = (
    "BCD\n002\n1\nSCT\nCOBADEFFXXX\nNordlicht Beratung GmbH\nDE89370400440532013000\nEUR1190.00\n\n\n"
    "Rechnung RE-2026-118\n"
)
SWISS = """SPC
0200
1
CH4431999123000889012
S
Robert Schneider AG
Rue du Lac
1268
2501
Biel
CH







1949.75
CHF
S
Pia-Maria Rutschmann-Schnyder
Grosse Marktgasse
28
9400
Rorschach
CH
QRR
210000000003139471430009017
Order of 15.06.2020
EPD
//S1/10/10201\\/409/11/190512/20/1400.000-53/30/106017086/31/180508/32/8.1:1500;2.6:320.5/40/2:10;0:30"""
