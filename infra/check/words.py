"""Words that are hard to read in docstrings and comments, each with advice."""

import ast
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("words.tsv")
_Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


class Words(NamedTuple):
    """Words that are not used. place: "start" of a docstring, or "anywhere". instead: advice for the author."""

    place: str
    pattern: re.Pattern[str]
    instead: str


def problems_in(path: Path) -> Iterator[str]:
    """Yield a sentence for each docstring and comment of a file that uses such words, with the line it begins at."""
    for line, text in _docstrings(path):
        yield from _problems(path, line, text, ("start", "anywhere"))
    for line, text in _comments(path):
        yield from _problems(path, line, text, ("anywhere",))


def _problems(path: Path, line: int, text: str, places: tuple[str, ...]) -> Iterator[str]:
    for words in _table():
        if words.place not in places:
            continue
        match = words.pattern.match(text) if words.place == "start" else words.pattern.search(text)
        if match:
            yield f"{path}:{line}: {match.group()!r}: {words.instead}"


def _docstrings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, _Documented) and (text := ast.get_docstring(node)):
            yield getattr(node, "lineno", 1), text


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    with tokenize.open(path) as lines:
        for token in tokenize.generate_tokens(lines.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string.lstrip("# ")


@cache
def _table() -> tuple[Words, ...]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return tuple(Words(place, re.compile(pattern), instead) for place, pattern, instead in rows)
