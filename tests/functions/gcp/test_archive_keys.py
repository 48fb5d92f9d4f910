"""Keys that exist only on Google Cloud."""

import pytest

from invoicy_gcp.archive_keys import is_mark, mark_folder

ID = "0" * 32


def test_a_mark_is_known_by_its_key() -> None:
    assert is_mark(f"{mark_folder('default', '1.0')}/{ID}.json")


@pytest.mark.parametrize("key", ["archived/2025/a.json", f"in/archived/default/1.0/{ID}.json", f"archived/{ID}.json"])
def test_other_keys_are_not_marks(key: str) -> None:
    assert not is_mark(key)
