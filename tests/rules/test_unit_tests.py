"""The unit test sets of CEN and OpenPEPPOL: every assert holds."""

import pytest
from bench.corpus import corpus
from bench.rules.unit_tests import expectations

from invoicy.formats.registry import read_xml
from invoicy.rules.checking import checked_extract

SETS = (("en16931-unit-ubl", "en16931", 917), ("peppol-unit-ubl", "peppol", 221))


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "profile", "count"), SETS)
def test_every_assert_holds(folder: str, profile: str, count: int) -> None:
    wanted = list(expectations(corpus("einvoice", folder)))
    assert len(wanted) == count
    wrong = [
        (each.file, each.number, each.rule)
        for each in wanted
        if _fires(each.document, each.rule, profile) is not each.fires
    ]
    assert wrong == []


def _fires(content: bytes, rule: str, profile: str) -> bool:
    return any(f.rule == rule for reading in checked_extract(read_xml(content), profile) for f in reading.findings)
