"""Characters are one run up to a space, a jump or a new line; narrow generated spaces do not count."""

from invoicy.pages.sources.pdf.runs import Char, runs

ALWAYS, NEVER = (lambda _: True), (lambda _: False)


def line(text: str, *, gap: float = 0.0, space: float = 3.0, top: float = 50.0) -> list[Char | None]:
    """Letters 5 points wide and 10 high; a space is one more index."""
    chars: list[Char | None] = []
    x = 50.0
    for index, letter in enumerate(text):
        if letter == " ":
            chars.append(None)
            x += space - gap
            continue
        chars.append((letter, x, top, x + 5, top + 10, index))
        x += 5 + gap
    return chars


def texts(chars: list[Char | None], *, generated: bool = False) -> list[str]:
    return ["".join(char[0] for char in run) for run in runs(chars, ALWAYS if generated else NEVER)]


def test_a_space_separates_runs() -> None:
    assert texts(line("net total")) == ["net", "total"]


def test_a_new_line_separates_runs() -> None:
    assert texts([*line("net"), *line("total", top=65)]) == ["net", "total"]


def test_a_jump_separates_runs_without_a_space() -> None:
    assert texts([*line("net"), *[("x", 69.0, 50.0, 74.0, 60.0, 3)]]) == ["net", "x"]


def test_a_jump_back_separates_runs() -> None:
    assert texts([*line("net"), *[("x", 20.0, 50.0, 25.0, 60.0, 3)]]) == ["net", "x"]


def test_a_raised_letter_belongs_to_its_run() -> None:
    assert texts([*line("No"), *[("o", 60.0, 47.0, 63.0, 53.0, 2)]]) == ["Noo"]


def test_a_generated_space_narrower_than_kerning_does_not_separate() -> None:
    assert texts(line("net total", space=1.2), generated=True) == ["nettotal"]


def test_a_printed_space_separates_however_narrow_it_is() -> None:
    assert texts(line("net total", space=1.2)) == ["net", "total"]


def test_a_generated_space_as_wide_as_the_gaps_between_letters_does_not_separate() -> None:
    assert texts(line("net total", gap=1.8, space=2.0), generated=True) == ["nettotal"]


def test_a_generated_space_as_wide_as_a_space_separates() -> None:
    assert texts(line("net total", space=2.8), generated=True) == ["net", "total"]


def test_nothing_makes_no_run() -> None:
    assert texts([None, None]) == []
