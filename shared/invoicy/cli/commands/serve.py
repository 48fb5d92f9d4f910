"""invoicy serve: the HTTP app on this machine."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.cli.inputs.options import Port, profile_option, store_option
from invoicy.documents.size_in_words import size_in_words
from invoicy.errors import AccessRefusedError, InvoicyError
from invoicy.wording.printable import printable

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp

    from invoicy.ports import DocumentStore
    from invoicy.web.intake import ReadEvent

_QUIET = ("invoicy.events",)  # it would log each document a second time
_log = logging.getLogger("invoicy.serve")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=Port(),
    metavar="N",
    default=8000,
    show_default=True,
    envvar="PORT",
    show_envvar=True,
    help="Port to listen on; 0 means any free port.",
)
@store_option
@profile_option
def serve(host: str, port: int, store: Path | None, profile: str | None) -> None:
    """Read invoices over HTTP, on a web page or by POST /v1/documents.

    If other machines can reach the address, requests need a key: set INVOICY_API_KEYS=TENANT=KEY.
    """
    _check_extra()
    from invoicy.cli.inputs.store_option import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.listening import listen, url_here, url_of
    from invoicy.web.app import create_app

    settings = settings_with(os.environ, store=store, profile=profile)
    pipeline = local_pipeline(settings)
    _check_store(pipeline.store)
    with listen(host, port, settings) as listening:
        url, here = url_of(listening, host), url_here(listening, host)
        key = "-H 'Authorization: Bearer KEY' " if settings.api_keys else ""
        click.echo(f"Readings are stored in {printable(str(settings.store.resolve()))}.", err=True)
        attempt = "try it" if here == url else "try it on this machine"
        click.echo(
            f"Listening on {url} · {attempt}: curl {key}--data-binary @invoice.pdf {here}/v1/documents", err=True
        )
        _run(create_app(pipeline, settings, _log_document), listening)
    click.echo("Stopped.", err=True)


def _check_extra() -> None:
    try:
        import fastapi  # noqa: F401  takes half a second, and belongs to the extra "web"
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        from invoicy.cli.installation.advice import how_to_get

        raise click.UsageError(f"The HTTP app is not installed. {how_to_get('web')}") from error


def _check_store(store: "DocumentStore") -> None:
    try:
        store.probe()
    except InvoicyError as error:
        raise AccessRefusedError(f"{error.message} Choose another folder: --store DIR.") from error


def _log_document(event: "ReadEvent") -> None:
    """Log a line about a document. It contains the document's name, and nothing else of its content."""
    reading = event.result.reading
    remark = "" if event.result.created else ", read before" if event.result.stored else ", not stored"
    line = "%-8s %s, document %s, %s, %d ms%s"
    name = printable(reading.name) or "without a name"
    _log.info(line, reading.status, name, reading.id, size_in_words(event.size), event.seconds * 1000, remark)


def _run(app: "ASGIApp", listening: "socket.socket") -> None:
    """Serve until Ctrl-C or SIGTERM, with one log line for each document."""
    import uvicorn

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)-7s %(message)s")
    logging.getLogger("invoicy").setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.ERROR)  # it warns about packages that this app does not need
    try:
        uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none", server_header=False)).run(
            [listening]
        )
    except KeyboardInterrupt:
        return
