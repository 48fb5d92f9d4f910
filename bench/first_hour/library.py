"""The library for those who program: README's snippet, kinds of buffer, docstrings."""

import ast
import io
import mmap
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.requirements import ROOT, SAMPLES

import invoicy
from bench.first_hour.inputs import folder

DOCUMENT = SAMPLES / "ubl-invoice.xml"
CODE = ("shared/invoicy", "functions", "tests", "bench", "infra", "docs", "samples")
_HEADLESS = re.compile(r"(?:What|Who|Whose|Whom|Where|How|Which|Whether|When|Why)\b(?!.*\?$)", re.DOTALL)
_SNIPPET = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def typing() -> str:
    """Errors that `mypy --strict` finds in README's Python, each block in a file of its own."""
    snippets = _SNIPPET.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    with folder() as made:
        files = [made / f"snippet_{number}.py" for number in range(len(snippets))]
        for file, snippet in zip(files, snippets, strict=True):
            file.write_text(snippet, encoding="utf-8")
        ended = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", *files], cwd=made, capture_output=True, text=True, check=False
        )
    return f"{len(re.findall(': error: ', ended.stdout))}"


def buffers() -> str:
    content = DOCUMENT.read_bytes()
    with DOCUMENT.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        sources = (bytearray(content), memoryview(content), io.BytesIO(content), file, mapped)
        return f"{sum(map(_is_read, sources))} of {len(sources)}"


def _is_read(source: object) -> bool:
    try:
        return invoicy.read(source).status == "accepted"  # type: ignore[arg-type]  # the question is what it takes
    except (TypeError, invoicy.InvoicyError):
        return False


def docstrings() -> str:
    texts = [text for name in CODE for path in sorted((ROOT / name).rglob("*.py")) for text in _docstrings(path)]
    headless = sum(bool(_HEADLESS.match(text)) for text in texts)
    return f"{headless} of {len(texts)} ({headless / len(texts):.1%})"


def _docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield text
