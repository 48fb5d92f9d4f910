"""The notation of the term table's paths, and that every path is reached."""

import pytest

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.cii import NAMESPACES as CII
from invoicy.formats.ubl import NAMESPACES as UBL
from invoicy.model.terms import terms

VOCABULARIES = (Vocabulary("ubl", UBL), Vocabulary("cii", CII))


def terms_in(node: Node, seen: frozenset[int] = frozenset()) -> set[str]:
    if id(node.children) in seen:
        return {node.opening.term} if node.opening else set()
    seen |= {id(node.children)}
    terms_of_node = {leaf.term for leaf in node.attributes.values()} | ({node.leaf.term} if node.leaf else set())
    terms_of_node |= {node.opening.term} if node.opening else set()
    below = [*node.children.values(), *(child for choices in node.choices.values() for _, child in choices)]
    return terms_of_node.union(*(terms_in(child, seen) for child in below))


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.column)
def test_every_path_of_the_table_leads_somewhere(vocabulary: Vocabulary) -> None:
    wanted = {t.term for t in terms() if getattr(t, vocabulary.column) not in {"-", ""}}
    assert wanted - terms_in(compile_binding(vocabulary)) == set()


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.column)
def test_no_path_has_two_terms(vocabulary: Vocabulary) -> None:
    paths = [
        (term.parent, path)
        for term in terms()
        for path in getattr(term, vocabulary.column).split("|")
        if path not in {"-", "", "."}
    ]
    assert len(paths) == len(set(paths))


def test_a_path_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="no step of a path"):
        compile_binding(Vocabulary("ubl", UBL, rename=lambda step: f"{step}["))
