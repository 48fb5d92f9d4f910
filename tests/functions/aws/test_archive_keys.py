"""Keys of backfills."""

import pytest

from invoicy_aws.archive_keys import backfill_folder, is_backfill_file


def test_the_files_of_a_backfill_are_known_by_their_key() -> None:
    assert is_backfill_file(f"{backfill_folder('0' * 32)}/manifest.csv")


@pytest.mark.parametrize("key", ["backfill/march.pdf", f"in/backfill/{'0' * 32}/a", f"backfill/{'0' * 32}/"])
def test_any_other_key_is_that_of_an_upload(key: str) -> None:
    assert not is_backfill_file(key)
