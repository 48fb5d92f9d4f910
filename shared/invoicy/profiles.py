"""The rule sets an invoice can be held to."""

from enum import StrEnum


class Profile(StrEnum):
    """AUTO takes the profile that the invoice names in BT-24."""

    AUTO = "auto"
    EN16931 = "en16931"
    PEPPOL = "peppol"
    XRECHNUNG = "xrechnung"
    FACTURX_MINIMUM = "facturx-minimum"
    FACTURX_BASICWL = "facturx-basicwl"
    FACTURX_BASIC = "facturx-basic"
    FACTURX_EN16931 = "facturx-en16931"
    FACTURX_EXTENDED = "facturx-extended"
