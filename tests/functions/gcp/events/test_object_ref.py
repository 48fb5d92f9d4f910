"""References to uploaded objects."""

import pytest

from invoicy_gcp.events.object_ref import ObjectRef, is_document

DIGEST = "0" * 64


def test_the_uri_names_the_generation_as_gcloud_does() -> None:
    assert ObjectRef("inbox", "in/a.xml", 7).uri == "gs://inbox/in/a.xml#7"


def test_without_a_generation_the_uri_names_the_live_object() -> None:
    assert ObjectRef("inbox", "in/a.xml").uri == "gs://inbox/in/a.xml"


def test_the_name_is_the_last_part_of_the_key() -> None:
    assert ObjectRef("inbox", "in/2026/März 1.xml").name == "März 1.xml"


@pytest.mark.parametrize("key", ["a.xml", "in/a.xml", "readings/a.xml", "archived/2025/a.json"])
def test_an_uploaded_object_is_a_document(key: str) -> None:
    assert is_document(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "in/",
        f"readings/default/{DIGEST}/1.0.json",
        f"documents/default/{DIGEST}",
        f"archived/default/1.0/{DIGEST[:32]}.json",
    ],
    ids=["no key", "folder", "reading", "document", "mark"],
)
def test_folders_and_objects_of_the_pipeline_are_not(key: str) -> None:
    assert not is_document(key)
