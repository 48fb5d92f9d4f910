"""A report of wrong values: the value that was read, the right one, and the strip of the page it was read from."""

from pathlib import Path

from bench.labelled import FIELDS, Pair
from bench.printed.accuracy import first_record
from bench.scores import Scores
from invoicy import read


def report(out: Path, labelled: dict[str, list[Pair]], scores: Scores) -> None:
    """Write an HTML page with a row for each wrong value: the right one, and the strip of the page."""
    rows = []
    for pairs in labelled.values():
        for path, truth in pairs:
            reading = read(path, printed=True)
            record = first_record(path)
            evidence = reading.invoices[0].evidence if reading.invoices else {}
            for pointer, field in FIELDS.items():
                count = scores.field(field, truth, record)
                if count and (count.fp or count.fn):
                    source = evidence.get(pointer)
                    image = _crop(path, source.page, source.box) if source else ""
                    rows.append(
                        f"<tr><td>{path.stem}<td>{field}<td>{truth.get(field)}<td>{record.get(field)}<td>{image}"
                    )
    out.write_text("<meta charset=utf-8><table border=1>" + "\n".join(rows) + "</table>", encoding="utf-8")
    print(f"{len(rows)} wrong values in {out}")


def _crop(path: Path, page: int, box: tuple[float, float, float, float]) -> str:
    import base64
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[page - 1].render(scale=1.5).to_pil()
    x0, y0, x1, y1 = box
    area = (
        max(0, x0 - 0.2) * image.width,
        max(0, y0 - 0.03) * image.height,
        min(1, x1 + 0.2) * image.width,
        min(1, y1 + 0.03) * image.height,
    )
    stream = io.BytesIO()
    image.crop(tuple(int(value) for value in area)).save(stream, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}">'
