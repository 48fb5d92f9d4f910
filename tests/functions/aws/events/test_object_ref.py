"""References to objects."""

import pytest

from invoicy_aws.events.object_ref import ObjectRef, is_document


def test_the_origin_names_the_version_in_a_bucket_with_versions() -> None:
    assert ObjectRef("b", "a.xml").uri == "s3://b/a.xml"
    assert ObjectRef("b", "a.xml", "1/2").uri == "s3://b/a.xml?versionId=1/2"


def test_the_name_is_the_last_segment_of_the_key() -> None:
    assert ObjectRef("b", "in/2026/a.xml").name == "a.xml"


@pytest.mark.parametrize(
    ("key", "document"),
    [
        ("in/a.xml", True),
        ("in/", False),
        (f"readings/a/{'0' * 64}/1.0.json", False),
        (f"documents/a/{'0' * 64}", False),
        (f"backfill/{'0' * 32}/manifest.csv", False),
    ],
)
def test_folders_and_the_programs_own_files_are_not_documents(key: str, document: bool) -> None:
    assert is_document(key) is document
