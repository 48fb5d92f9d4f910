"""One document on its way from a handler to the reader: its hashes, the calls around the reader, the log."""

import hashlib
import io
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import Any

from bench.house.probes.calls import code_of, names, watched

DOCUMENT = Path("samples/documents/two-invoices.pdf")
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>")  # calls in some versions of Python only


@contextmanager
def counted_hashes(length: int) -> Iterator[list[int]]:
    """Lengths of what SHA-256 was taken of, those of this length alone. Begin before the packages are imported."""
    lengths: list[int] = []
    original = hashlib.sha256

    class Counted:
        """A digest that notes how many bytes it is of."""

        def __init__(self, data: Any = b"", **options: Any) -> None:
            self._digest, self._length = original(data, **options), len(data)

        def update(self, data: Any) -> None:
            self._length += len(data)
            self._digest.update(data)

        def digest(self) -> bytes:
            self._note()
            return self._digest.digest()

        def hexdigest(self) -> str:
            self._note()
            return self._digest.hexdigest()

        def _note(self) -> None:
            if self._length == length:
                lengths.append(self._length)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._digest, name)

    hashlib.sha256 = Counted  # type: ignore[assignment]  # a stand-in with the same methods
    try:
        yield lengths
    finally:
        hashlib.sha256 = original


def report(place: str, deliver_to: Callable[[bytes], Callable[[], object]]) -> None:
    """Print the report of one delivery. deliver_to: given the document, makes the place ready; its result delivers."""
    content = DOCUMENT.read_bytes()
    with counted_hashes(len(content)) as hashes, redirect_stdout(io.StringIO()) as output:
        deliver = deliver_to(content)
        stacks: list[list[FrameType]] = []
        see = {code: lambda frame: stacks.append(_stack(frame)) for code in code_of("reader")}
        hashes.clear()
        with watched(see):
            deliver()
    if not stacks:
        raise SystemExit(f"{place}: the document never came to the reader.\n{output.getvalue()}")
    calls = [f"{frame.f_globals['__name__']}:{frame.f_code.co_qualname}" for frame in stacks[0]]
    intake = next(i for i, call in enumerate(calls) if call.partition(":")[0] in names()["intake"][place])
    log = [line for line in output.getvalue().splitlines() if _is_log(line)]
    print(json.dumps({"hashes": len(hashes), "stack": calls, "from_intake": len(calls) - intake, "log": log}))


def _stack(frame: FrameType) -> list[FrameType]:
    """Calls of our packages around this one in all threads, the outermost first: one thread waits for another."""
    own, others = threading.get_ident(), sys._current_frames()  # noqa: SLF001  its documented way
    order = sorted(others, key=lambda ident: (ident == own, _started(ident)))
    return [call for ident in order for call in _ours(frame.f_back if ident == own else others[ident])]


def _started(ident: int) -> int:
    """The position of a thread among those that run, which is the order in which they were started."""
    return next((i for i, thread in enumerate(threading.enumerate()) if thread.ident == ident), 0)


def _ours(frame: FrameType | None) -> list[FrameType]:
    calls: list[FrameType] = []
    while frame is not None:
        if _is_ours(frame):
            calls.append(frame)
        frame = frame.f_back
    return calls[::-1]


def _is_ours(frame: FrameType) -> bool:
    folders = {"invoicy", "invoicy_aws", "invoicy_gcp"}
    return bool(folders & set(Path(frame.f_code.co_filename).parts)) and frame.f_code.co_name not in _COMPREHENSIONS


def _is_log(line: str) -> bool:
    """A line of the log; Powertools writes metrics as lines of their own, with the key `_aws`."""
    return line.startswith("{") and "_aws" not in json.loads(line)
