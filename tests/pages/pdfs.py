"""PDFs made by hand: lines of text at places, turned and cropped pages, pictures of pages, letters drawn as shapes."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2

WIDTH, HEIGHT = 595, 842
INVOICE = (
    (60.0, 60.0, "Kestrel Timber Ltd"),
    (60.0, 74.0, "5 Mill Lane"),
    (60.0, 88.0, "York YO1 7HH"),
    (60.0, 102.0, "VAT No GB 123 4567 82"),
    (60.0, 150.0, "Bill to"),
    (60.0, 164.0, "Harrow Bakery Ltd"),
    (60.0, 178.0, "9 High Street"),
    (60.0, 192.0, "Leeds LS1 4AP"),
    (360.0, 60.0, "INVOICE"),
    (360.0, 80.0, "Invoice number: KT-2081"),
    (360.0, 94.0, "Invoice date: 14 March 2026"),
    (360.0, 108.0, "Due date: 13 April 2026"),
    (60.0, 260.0, "Description"),
    (300.0, 260.0, "Quantity"),
    (380.0, 260.0, "Unit price"),
    (480.0, 260.0, "Amount"),
    (60.0, 280.0, "Oak board, planed"),
    (300.0, 280.0, "4"),
    (380.0, 280.0, "20.00"),
    (480.0, 280.0, "80.00"),
    (60.0, 296.0, "Delivery to site"),
    (300.0, 296.0, "1"),
    (380.0, 296.0, "40.00"),
    (480.0, 296.0, "40.00"),
    (360.0, 330.0, "Net total"),
    (470.0, 330.0, "GBP 120.00"),
    (360.0, 346.0, "VAT 20 %"),
    (470.0, 346.0, "GBP 24.00"),
    (360.0, 362.0, "Total incl. VAT"),
    (470.0, 362.0, "GBP 144.00"),
)

Line = tuple[float, float, str]
Drawing = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def pdf_of(*pages: Drawing) -> bytes:
    """A PDF of A4 pages, each drawn by a function."""
    with pikepdf.new() as pdf:
        for draw in pages:
            draw(pdf, pdf.add_blank_page(page_size=(WIDTH, HEIGHT)))
        return _saved(pdf)


@contextmanager
def loaded(*drawings: Drawing) -> Iterator[pypdfium2.PdfPage]:
    """A page with drawings on it, loaded by PDFium."""
    with pypdfium2.PdfDocument(pdf_of(both(*drawings))) as pdf:
        yield pdf[0]


def blank(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Leaves the page empty."""


def text(lines: Iterable[Line] = INVOICE, size: int = 10, colour: float = 0.0, mode: int = 0) -> Drawing:
    """lines: left, top, text; in points from the top left. The matrix of the text makes up for a negative size.

    colour: from black, 0, to white, 1. mode: the PDF's text rendering mode.
    """
    sign = 1 if size > 0 else -1

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.add_resource(_helvetica(pdf), pikepdf.Name.Font, pikepdf.Name.F1)
        shows = (f"{sign} 0 0 {sign} {x} {HEIGHT - y} Tm ({_escaped(line)}) Tj" for x, y, line in lines)
        _append(pdf, page, f"{colour} g BT {mode} Tr /F1 {size} Tf {' '.join(shows)} ET 0 g".encode("cp1252"))

    return draw


def covered(left: float, top: float, width: float, height: float) -> Drawing:
    """A white box; in points from the top left."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        _append(pdf, page, f"1 g {left} {HEIGHT - top - height} {width} {height} re f 0 g".encode())

    return draw


def drawn(content: str, **resources: pikepdf.Object) -> Drawing:
    """Operators of a content stream. resources: by category, each with the name R0."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for kind, resource in resources.items():
            page.add_resource(resource, pikepdf.Name(f"/{kind}"), pikepdf.Name.R0)
        _append(pdf, page, content.encode())

    return draw


def within(drawing: Drawing) -> Drawing:
    """A drawing in a form XObject."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        with pikepdf.open(io.BytesIO(pdf_of(drawing))) as inner:
            form = pdf.copy_foreign(inner.pages[0].as_form_xobject())
        _append(pdf, page, f"{page.add_resource(form, pikepdf.Name.XObject)} Do".encode())

    return draw


def switched_off(drawing: Drawing) -> Drawing:
    """A drawing as optional content that is switched off."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="hidden"))
        layers = pikepdf.Dictionary(Order=[group], OFF=[group])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=layers)
        page.add_resource(group, pikepdf.Name.Properties, pikepdf.Name.R0)
        _append(pdf, page, b"/OC /R0 BDC")
        drawing(pdf, page)
        _append(pdf, page, b"EMC")

    return draw


def upwards(lines: Iterable[Line]) -> Drawing:
    """Text that runs up the page. lines: left and top of the first letter, text."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.add_resource(_helvetica(pdf), pikepdf.Name.Font, pikepdf.Name.F1)
        shows = (f"0 1 -1 0 {x} {HEIGHT - y} Tm ({_escaped(line)}) Tj" for x, y, line in lines)
        _append(pdf, page, f"BT /F1 10 Tf {' '.join(shows)} ET".encode("cp1252"))

    return draw


def picture_of(content: bytes, x0: float = 0, y0: float = 0, width: float = WIDTH, height: float = HEIGHT) -> Drawing:
    """The first page of a PDF as a grey picture, in a box from the page's lower left."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        with pypdfium2.PdfDocument(content) as source:
            bitmap = source[0].render(scale=1.5, grayscale=True)
            rows = memoryview(bitmap.buffer).cast("B")
            pixels = b"".join(
                bytes(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]) for row in range(bitmap.height)
            )
            image = pdf.make_stream(
                pixels,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=bitmap.width,
                Height=bitmap.height,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
        name = page.add_resource(image, pikepdf.Name.XObject)
        _append(pdf, page, f"q {width} 0 0 {height} {x0} {y0} cm {name} Do Q".encode())

    return draw


def shapes(columns: int = 60, rows: int = 40) -> Drawing:
    """Small rectangles in rows, like letters converted to outlines."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        strokes = (f"{50 + 8 * x} {780 - 16 * y} 5 7 re" for y in range(rows) for x in range(columns) if (x + y) % 7)
        _append(pdf, page, f"{' '.join(strokes)} f".encode())

    return draw


def typed(x: float, y: float, value: str, kind: str = "/Widget", *, is_drawn: bool = True) -> Drawing:
    """A value in a form field, a note or a stamp. is_drawn: the annotation has an appearance."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        fonts = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=_helvetica(pdf)))
        looks = pdf.make_stream(
            f"/Tx BMC q BT /F1 10 Tf 2 3 Td ({_escaped(value)}) Tj ET Q EMC".encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 150, 14],
            Resources=fonts,
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(kind),
            Rect=[x, HEIGHT - y - 3, x + 150, HEIGHT - y + 11],
            FT=pikepdf.Name.Tx,
            T="value",
            V=value,
            DA="/F1 10 Tf 0 g",
            F=4,
        )
        if is_drawn:
            field.AP = pikepdf.Dictionary(N=looks)
        page.obj.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array([page.obj.Annots[0]]), DR=fonts, NeedAppearances=not is_drawn
        )

    return draw


def both(*drawings: Drawing) -> Drawing:
    """Several drawings on one page."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for drawing in drawings:
            drawing(pdf, page)

    return draw


def turned(content: bytes, quarters: int, rotate: int = 0, crop: int = 0) -> bytes:
    """The pages with their content turned anticlockwise by quarters, then shown with /Rotate and a crop box."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            width, height = (HEIGHT, WIDTH) if quarters % 2 else (WIDTH, HEIGHT)
            matrix = ("1 0 0 1 0 0", f"0 1 -1 0 {width} 0", f"-1 0 0 -1 {width} {height}", f"0 -1 1 0 0 {height}")
            page.contents_add(pdf.make_stream(f"q {matrix[quarters]} cm".encode()), prepend=True)
            page.contents_add(pdf.make_stream(b"Q"))
            page.mediabox = pikepdf.Array([0, 0, width, height])
            page.cropbox = pikepdf.Array([crop, crop, width - crop, height - crop])
            page.obj.Rotate = rotate
        return _saved(pdf)


def blank_font() -> pikepdf.Object:
    """A Type 3 font whose letter T is a drawing of nothing."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=[0, 0, 1000, 1000],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        Encoding=pikepdf.Dictionary(Differences=[84, pikepdf.Name.T]),
        FirstChar=84,
        LastChar=84,
        Widths=[600],
        CharProcs=pikepdf.Dictionary(),
    )


def _helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )


def _append(pdf: pikepdf.Pdf, page: pikepdf.Page, content: bytes) -> None:
    page.contents_add(pdf.make_stream(content + b"\n"))


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()
