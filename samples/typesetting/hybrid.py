"""A hybrid PDF's own statement, in its metadata, of which invoice XML it carries."""

import io
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

import pikepdf

END_OF_SCHEMAS = "</rdf:Bag></pdfaExtension:schemas>"
END_OF_DESCRIPTIONS = "</rdf:RDF>"


@dataclass(frozen=True)
class Declaration:
    """The declaration of one hybrid standard and profile."""

    title: str
    namespace: str
    prefix: str
    file_name: str
    level: str


def load_declaration(path: Path, name: str) -> Declaration:
    """Read one declaration from the table of hybrids."""
    return Declaration(**tomllib.loads(path.read_text("utf-8"))[name])


def declare(pdf: bytes, declaration: Declaration, templates: Path) -> bytes:
    """Add the declaration, and the PDF/A extension schema that allows it, to the PDF's metadata."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        metadata = document.Root.Metadata.read_bytes().decode()
        for mark, name in ((END_OF_SCHEMAS, "hybrid-schema.xmp"), (END_OF_DESCRIPTIONS, "hybrid-declaration.xmp")):
            if mark not in metadata:
                raise ValueError(f"the metadata has no {mark}")
            addition = Template((templates / name).read_text("utf-8")).substitute(asdict(declaration))
            metadata = metadata.replace(mark, addition + mark)
        document.Root.Metadata.write(metadata.encode())
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return written.getvalue()
