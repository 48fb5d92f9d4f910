"""HTML from templates. Values are escaped, and pages load nothing from other servers."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import Response

from invoicy.wording.printable import printable

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def page(template: str, status: int = 200, *, inline_styles: bool = False, **values: Any) -> Response:
    """Render a page with a strict content security policy. inline_styles: allow style attributes, for Swagger UI."""
    headers = {
        "Content-Security-Policy": _POLICY.format(styles=" 'unsafe-inline'" if inline_styles else ""),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return Response(_environment().get_template(template).render(**values), status, headers, "text/html")


def wants_html(accept: str) -> bool:
    """Test whether the Accept header contains HTML, as that of a browser does."""
    return "text/html" in accept


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # takes 40 ms, only needed for pages

    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["printable"] = printable
    return environment
