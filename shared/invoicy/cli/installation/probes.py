"""Probes of an installation. Each uses a part, returns a short description, and raises if the part does not work."""

import os
import platform
import re
from importlib.metadata import version as version_of
from pathlib import Path

from invoicy.errors import AccessRefusedError

_STANDARD_TERM = re.compile(r"BT-\d+")


def python() -> str:
    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def invoicy() -> str:
    from invoicy.version import revision, version

    return version() + (f" ({revision()})" if revision() else "")


def business_terms() -> str:
    from invoicy.model.terms import terms

    groups = [term for term in terms() if term.term.startswith("BG-")]
    standard = sum(1 for term in terms() if not term.extension and _STANDARD_TERM.fullmatch(term.term))
    extensions = sum(1 for term in terms() if term.extension and term not in groups)
    return f"EN 16931: {standard} terms; extensions: {extensions}; {len(groups)} groups"


def xml() -> str:
    from lxml.etree import LIBXML_VERSION

    from invoicy.api import read

    if not read(b"<a/>").findings:
        raise RuntimeError("An XML file that is not an invoice was accepted.")
    return "libxml2 " + ".".join(map(str, LIBXML_VERSION))


def pdf() -> str:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as document:
        document.new_page(100, 100)
    return f"pypdfium2 {version_of('pypdfium2')}"


def codes() -> str:
    import zxingcpp

    zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return f"zxing-cpp {version_of('zxing-cpp')}"


def drawing() -> str:
    from PIL import Image

    Image.new("RGB", (1, 1))
    return f"pillow {version_of('pillow')}"


def http() -> str:
    import fastapi
    import uvicorn

    from invoicy.web import app

    return f"FastAPI {fastapi.__version__}, uvicorn {uvicorn.__version__}" if app else ""


def settings() -> str:
    """Return the names of the settings in the environment. Their values may be keys and are not returned."""
    from invoicy.local import LocalSettings
    from invoicy.settings import PREFIX

    LocalSettings.load(os.environ)
    names = sorted(name for name in os.environ if name.startswith(PREFIX))
    return ", ".join(names) if names else "defaults"


def store() -> str:
    """Try to write to the folder of readings. If it does not exist, check the permissions of the folder above."""
    from invoicy.local import LocalSettings
    from invoicy.local.store import FolderStore
    from invoicy.settings import PREFIX

    name = f"{PREFIX}STORE"  # only this setting: the check "Settings" reports the others
    folder = LocalSettings.load({name: os.environ.get(name, "")}).store
    if folder.exists():
        FolderStore(folder).probe()
        return f"{folder.resolve()} is writable"
    parent = _nearest(folder.resolve())
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        raise AccessRefusedError(f"{folder} cannot be created: {parent} is not writable.")
    return f"{folder.resolve()} does not exist yet and will be created"


def _nearest(folder: Path) -> Path:
    """Return the nearest parent folder that exists."""
    return next(parent for parent in folder.parents if parent.exists())
