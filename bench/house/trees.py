"""Trees to measure: a revision unpacked into a temporary folder, or a checkout as it is."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from bench.corpus import ROOT, corpus_folder

_SETTINGS = ("INVOICY_", "OTEL_", "PYTHONDONTWRITEBYTECODE")
_CODE = ("shared", "functions/aws", "functions/gcp")


class Tree(Struct, frozen=True):
    """A source tree. name: its heading in the table."""

    name: str
    path: Path

    @property
    def library(self) -> Path:
        return self.path / "shared" / "invoicy"

    @property
    def packages(self) -> tuple[Path, ...]:
        """The folders of the library and of both clouds."""
        functions = self.path / "functions"
        return self.library, functions / "aws" / "invoicy_aws", functions / "gcp" / "invoicy_gcp"

    def environment(self, bytecode: Path) -> Mapping[str, str]:
        """The environment of a program that imports the packages of this tree. bytecode: folder of compiled modules."""
        path = os.pathsep.join([*(str(self.path / folder) for folder in _CODE), str(ROOT)])
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(_SETTINGS)}
        own = {"PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(bytecode), "INVOICY_CORPUS": str(corpus_folder())}
        return inherited | own


@contextmanager
def tree_of(name: str) -> Iterator[Tree]:
    """The tree of a revision, or of a checkout by its folder. Raises LookupError for a name that is neither."""
    if Path(name).is_dir():
        folder = Path(name).resolve()
        yield Tree("this checkout" if folder == ROOT else folder.name, folder)
        return
    archive = subprocess.run(["git", "archive", name], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise LookupError(f"{name} is neither a folder nor a revision of {ROOT}.")
    with TemporaryDirectory(prefix="invoicy-house-") as unpacked:
        subprocess.run(["tar", "-x", "-C", unpacked], input=archive.stdout, check=True)
        yield Tree(name, Path(unpacked))
