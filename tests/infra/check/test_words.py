"""The check of words: it finds them in docstrings and comments, and leaves code and texts alone."""

from pathlib import Path

import pytest
from infra.check.words import problems_in


def problems(tmp_path: Path, text: str) -> list[str]:
    module = tmp_path / "module.py"
    module.write_text(text, encoding="utf-8")
    return [problem.removeprefix(f"{module}:") for problem in problems_in(module)]


@pytest.mark.parametrize(
    "text",
    [
        '"""What a page says."""\n',
        'class Page:\n    """Where words are."""\n',
        'def read():\n    """A value that stands in a table."""\n',
        'def read():\n    """A text that is no number."""\n',
        "total = 1  # whoever reads it\n",
        "# the row is none of them\ntotal = 1\n",
    ],
)
def test_words_that_are_read_twice_are_found(tmp_path: Path, text: str) -> None:
    assert len(problems(tmp_path, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"""Return the total. It is no longer than a line; there is no limit."""\n',
        'label = "What a page stands for"\n',
        "# empty if there are none\nbears = stands = 1\n",
        "total = 1  # the standard rate, as the stand-in has it\n",
    ],
)
def test_plain_words_and_code_are_left_alone(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == []


def test_a_problem_names_its_line_and_what_to_write_instead(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "\n\ntotal = 1  # it stands below\n")
    assert problem == """3: 'stands': say "is", "is printed", "is stored" or "means\""""
