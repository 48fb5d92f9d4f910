"""The profiles: the rule sets that an invoice can be checked against."""

from enum import StrEnum


class Profile(StrEnum):
    """A rule set. AUTO is replaced by the profile that the invoice names in BT-24."""

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
        """Return the name that people use, such as "XRechnung 3.0"."""
        return _FULL_NAMES[self]

    @property
    def has_own_schema(self) -> bool:
        """Test for the Factur-X profiles whose schema and rules are not those of EN 16931."""
        return self in _OF_OWN_SCHEMA


_OF_OWN_SCHEMA = frozenset(
    {Profile.FACTURX_MINIMUM, Profile.FACTURX_BASICWL, Profile.FACTURX_BASIC, Profile.FACTURX_EXTENDED}
)
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
