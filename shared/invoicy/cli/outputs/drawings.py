"""Files that `invoicy show` writes. It overwrites no document, and other files only with --force."""

import os
from collections.abc import Sequence
from pathlib import Path

from invoicy.errors import InvalidArgumentError, InvoicyError

SUFFIXES = (".png", ".pdf")
_MAX_BYTES = 200


def target_of(out: Path | None, name: str) -> Path:
    """Return the file to write. out: value of --out, a file or a folder; None means the current folder.

    Raises InvalidArgumentError for a file name that does not end in .png or .pdf.
    """
    default = f"{_cut(Path(name).stem) or 'document'}.show.png"
    if out is None:
        return Path(default)
    if out.is_dir():
        return out / default
    if out.suffix.lower() not in SUFFIXES:
        raise InvalidArgumentError(f"Drawings are PNG or PDF files; {out} must end in .png or .pdf.")
    return out


def _cut(stem: str) -> str:
    """Cut a stem so that a suffix and a page number still fit into a file name."""
    return os.fsencode(stem)[:_MAX_BYTES].decode("utf-8", "ignore")


def page_targets(target: Path, pages: int) -> tuple[Path, ...]:
    """Return a file for each page, NAME.p1.png, NAME.p2.png; one file for a PDF or a single page."""
    if pages == 1 or target.suffix.lower() == ".pdf":
        return (target,)
    return tuple(target.with_name(f"{target.stem}.p{page}{target.suffix}") for page in range(1, pages + 1))


def refuse_to_overwrite(targets: Sequence[Path], source: Path, *, force: bool) -> None:
    """Raise InvalidArgumentError if a target is the document at source, or if it exists and force is False."""
    for target in targets:
        if _is_same(target, source):
            raise InvalidArgumentError(f"{target} is the document itself; choose another file with --out.")
    taken = [str(target) for target in targets if os.path.lexists(target)]
    if taken and not force:
        verb = "exists" if len(taken) == 1 else "exist"
        message = f"{', '.join(taken)} already {verb}; choose another file with --out, or overwrite with --force."
        raise InvalidArgumentError(message)


def _is_same(target: Path, source: Path) -> bool:
    """Test whether both paths lead to the same file, directly or by a link."""
    try:
        return target.samefile(source)
    except OSError:
        return False


def write_drawing(target: Path, content: bytes) -> None:
    """Write a temporary file beside the target and rename it, so that the target is always complete.

    Raises InvoicyError for a full disk or a folder that is not writable.
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
