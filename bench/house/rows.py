"""The rows of the table: a sentence, the goal of the review, and the measure."""

from collections.abc import Callable

from msgspec import Struct

from bench.house import mirror, names, numbers, rooms, sentences, start, ways
from bench.house.figure import Figure
from bench.house.trees import Tree


class Row(Struct, frozen=True):
    """A row of the table. name: its name on the command line. goal: empty where the review sets none."""

    name: str
    text: str
    goal: str
    measure: Callable[[Tree], Figure]


ROWS: tuple[Row, ...] = (
    Row("plan", "rooms, arrows, floors of `invoicy.pages`", "", rooms.plan),
    Row("entries", "entries of `ls shared/invoicy`, of its `pages`", "about 12, 12", rooms.entries),
    Row("circles", "circles among siblings (rooms)", "0, by contract", rooms.circles),
    Row("contracts", "import contracts, packages listed exhaustively", "17, 10", rooms.contracts),
    Row("classes", "class names with two meanings", "0", names.classes_with_one_name),
    Row("headless", "headless docstrings: library and functions, tests and bench", "under 1 %", sentences.headless),
    Row("words", "docstrings and comments with words that `make check` refuses", "0", sentences.odd_words),
    Row("variables", f"variables named {', '.join(f'`{name}`' for name in names.VAGUE)}", "0", names.vague_variables),
    Row("tests", "modules with a test of their path: library, `pages`", "60 %, 60 %", mirror.mirrored),
    Row("numbers", "named numbers with a reason in `pages`", "all, or data", numbers.named_numbers),
    Row("literals", "other numbers in the expressions of `pages`, fractions among them", "", numbers.unnamed_numbers),
    Row("kinds", "kinds of evidence without a weight", "0, by a test", ways.kinds_without_weight),
    Row("hashes", "hashes of a document: laptop, AWS, Google", "1, 1, 1", ways.hashes),
    Row("openings", "openings of a PDF of two pages, labellings of each page (mean)", "1, 1", ways.openings),
    Row(
        "frames", "calls from the handler (the intake) to the reader: laptop, AWS, Google", "(5), (6), (6)", ways.frames
    ),
    Row("log", "log lines of a document: AWS, Google", "1, 1", ways.log_lines),
    Row("import", "processor time of importing the bucket handler, bare Python = 1: AWS, Google", "", start.imports),
)
