"""Paths of an XML as a person would write them."""

from lxml import etree

from invoicy.formats.paths import Paths, name_of

XML = etree.fromstring('<i:a xmlns:i="urn:i"><b x="1">one</b><b>two<c/>tail</b><!-- no --><d/></i:a>')


def test_siblings_of_one_name_have_positions() -> None:
    paths = Paths()
    assert [paths.of(element) for element in XML.iter(etree.Element)] == [
        "/i:a",
        "/i:a/b[1]",
        "/i:a/b[2]",
        "/i:a/b[2]/c",
        "/i:a/d",
    ]


def test_an_attribute_is_the_last_step() -> None:
    assert Paths().of(XML[0], "{urn:x}x") == "/i:a/b[1]/@x"


def test_every_attribute_text_and_tail_is_a_leaf() -> None:
    leaves = [(leaf.path, leaf.value) for leaf in Paths().leaves(XML)]
    assert leaves == [
        ("/i:a/b[1]/@x", "1"),
        ("/i:a/b[1]", "one"),
        ("/i:a/b[2]", "two"),
        ("/i:a/b[2]/c", "tail"),
    ]


def test_elements_can_be_left_out() -> None:
    assert [leaf.value for leaf in Paths().leaves(XML, but={XML[1]})] == ["1", "one"]


def test_a_deep_tree_is_walked_without_recursion() -> None:
    root = etree.Element("a")
    element = root
    for _ in range(5000):
        element = etree.SubElement(element, "a")
    element.text = "deep"
    assert [leaf.value for leaf in Paths().leaves(root)] == ["deep"]


def test_a_name_has_the_prefix_of_the_document() -> None:
    assert (name_of(XML), name_of(XML[0])) == ("i:a", "b")
