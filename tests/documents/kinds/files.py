"""Small files of many formats, made by code: ZIP, OLE, and formats with a signature."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

_SECTOR = 512


def zip_of(entries: dict[str, bytes | str]) -> bytes:
    """A ZIP with files of these names and contents."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in entries.items():
            archive.writestr(ZipInfo(name), content)  # without the time of day: the same bytes in every process
    return out.getvalue()


def office(content_type: str) -> bytes:
    """An Office file of our time, with the content type of its main part."""
    types = f'<Types><Override PartName="/main.xml" ContentType="application/{content_type}.main+xml"/></Types>'
    return zip_of({"[Content_Types].xml": types, "main.xml": "<a/>"})


def ole(*streams: str) -> bytes:
    """An OLE file: a header sector, then the entries of its directory."""
    header = bytes.fromhex("d0cf11e0a1b11ae1").ljust(_SECTOR, b"\0")
    return header + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
