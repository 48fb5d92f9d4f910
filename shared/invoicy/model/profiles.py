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

    @property
    def full_name(self) -> str:
        """The name that people use, such as "XRechnung 3.0"."""
        return _FULL_NAMES[self]


_FULL_NAMES = {
    Profile.AUTO: "the profile that the invoice names",
    Profile.EN16931: "EN 16931",
    Profile.PEPPOL: "Peppol BIS Billing 3.0",
    Profile.XRECHNUNG: "XRechnung 3.0",
    Profile.FACTURX_MINIMUM: "Factur-X MINIMUM",
    Profile.FACTURX_BASICWL: "Factur-X BASIC WL",
    Profile.FACTURX_BASIC: "Factur-X BASIC",
    Profile.FACTURX_EN16931: "Factur-X EN 16931",
    Profile.FACTURX_EXTENDED: "Factur-X EXTENDED",
}
