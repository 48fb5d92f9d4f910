"""python -m infra.cldr: write the tables that are taken from the Unicode CLDR."""

from infra.cldr.countries import countries
from infra.cldr.months import months
from infra.cldr.tables import DATA


def tables() -> dict[str, str]:
    """Return the content of each table by its name in shared/invoicy/data."""
    return {"countries.tsv": countries(), "months.tsv": months()}


def main() -> None:
    """Write every table."""
    for name, content in tables().items():
        (DATA / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
