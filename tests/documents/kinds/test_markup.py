"""Texts that start with a tag, by their root element."""

import pytest

from invoicy.documents.kinds.markup import kind_of_markup


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("<?xml version='1.0'?><Invoice/>", "application/xml"),
        ("<!-- a --><x:Invoice xmlns:x='urn:x'/>", "application/xml"),
        ("<!DOCTYPE html><p>", "text/html"),
        ("<html>", "text/html"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        ("Invoice <1>", ""),
    ],
)
def test_the_root_element_decides(text: str, media_type: str) -> None:
    assert kind_of_markup(text.encode()) == media_type


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encoding_does_not_matter(encoding: str) -> None:
    assert kind_of_markup("<html>".encode(encoding)) == "text/html"
