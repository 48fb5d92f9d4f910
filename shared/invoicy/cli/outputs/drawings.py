"""Files that `invoicy show` writes: never over a document, never over anything unasked, never half a file."""

import os
from collections.abc import Sequence
from pathlib import Path

from invoicy.errors import InvalidArgumentError, InvoicyError

SUFFIXES = (".png", ".pdf")
_MOST_BYTES = 200


def target_of(out: Path | None, name: str) -> Path:
    """The file to write for a document of that name: in the current folder, unless out names a file or a folder.

    Raises InvalidArgumentError for a file that is neither PNG nor PDF.
    """
    default = f"{_cut(Path(name).stem) or 'document'}.show.png"
    if out is None:
        return Path(default)
    if out.is_dir():
        return out / default
    if out.suffix.lower() not in SUFFIXES:
        raise InvalidArgumentError(f"A drawing is a PNG or a PDF: end the name {out} in .png or .pdf.")
    return out


def _cut(stem: str) -> str:
    """Short enough to be part of a file's name together with what is put behind it."""
    return os.fsencode(stem)[:_MOST_BYTES].decode("utf-8", "ignore")


def page_targets(target: Path, pages: int) -> tuple[Path, ...]:
    """A file for each page: NAME.p1.png, NAME.p2.png; one file for a PDF or where there is one page only."""
    if pages == 1 or target.suffix.lower() == ".pdf":
        return (target,)
    return tuple(target.with_name(f"{target.stem}.p{page}{target.suffix}") for page in range(1, pages + 1))


def refuse_to_overwrite(targets: Sequence[Path], source: Path, *, force: bool) -> None:
    """Raise InvalidArgumentError where a target is the document at source, or another file and force is not set."""
    for target in targets:
        if _is_same(target, source):
            raise InvalidArgumentError(f"{target} is the document itself; name another file with --out.")
    taken = [str(target) for target in targets if os.path.lexists(target)]
    if taken and not force:
        verb = "exists" if len(taken) == 1 else "exist"
        message = f"{', '.join(taken)} already {verb}; name another file with --out, or overwrite with --force."
        raise InvalidArgumentError(message)


def _is_same(target: Path, source: Path) -> bool:
    """True for another name of the document too: a link, a path written in another way."""
    try:
        return target.samefile(source)
    except OSError:
        return False


def write_drawing(target: Path, content: bytes) -> None:
    """Write by way of a neighbour that is removed when it cannot be completed.

    Raises InvoicyError, one sentence, for a full disk or a folder that cannot be written.
    """
    partial = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        try:
            partial.write_bytes(content)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise InvoicyError(f"{target} cannot be written: {error.strerror}.") from error
