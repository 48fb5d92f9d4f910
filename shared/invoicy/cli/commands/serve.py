"""invoicy serve: the HTTP app on this machine."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.cli.inputs.options import Port, profile_option, store_option
from invoicy.documents.sizes import size_in_words
from invoicy.errors import AccessRefusedError, InvoicyError
from invoicy.wording.printable import printable

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp

    from invoicy.ports import DocumentStore
    from invoicy.web.intake import ReadEvent

_QUIET = ("invoicy.events",)  # it would repeat the line about a document
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
    help="Port to listen on; 0 takes a free one.",
)
@store_option
@profile_option
def serve(host: str, port: int, store: Path | None, profile: str | None) -> None:
    """Read invoices over HTTP, on a page in the browser or by POST /v1/documents.

    Where other machines can reach the address, callers have to send a key: set INVOICY_API_KEYS=TENANT=KEY.
    """
    _check_the_extra()
    from invoicy.cli.inputs.store_option import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.listening import listen, url_here, url_of
    from invoicy.web.app import create_app

    settings = settings_with(os.environ, store=store, profile=profile)
    pipeline = local_pipeline(settings)
    _check_the_store(pipeline.store)
    with listen(host, port, settings) as listening:
        url, here = url_of(listening, host), url_here(listening, host)
        key = "-H 'Authorization: Bearer KEY' " if settings.api_keys else ""
        click.echo(f"Readings go to {printable(str(settings.store.resolve()))}.", err=True)
        attempt = "try it" if here == url else "try it on this machine"
        click.echo(
            f"Listening on {url} · {attempt}: curl {key}--data-binary @invoice.pdf {here}/v1/documents", err=True
        )
        _run(create_app(pipeline, settings, _log_document), listening)
    click.echo("Stopped.", err=True)


def _check_the_extra() -> None:
    try:
        import fastapi  # noqa: F401  half a second, and not there at all without the extra
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        from invoicy.cli.installation.advice import how_to_get  # only for whoever lacks the extra

        raise click.UsageError(f"The HTTP app is an extra. {how_to_get('web')}") from error


def _check_the_store(store: "DocumentStore") -> None:
    try:
        store.probe()
    except InvoicyError as error:
        raise AccessRefusedError(f"{error.message} Choose another folder: --store DIR.") from error


def _log_document(event: "ReadEvent") -> None:
    """Log one line about a document, in printable characters, which quotes nothing of it but its name."""
    reading = event.result.reading
    remark = "" if event.result.created else ", read before" if event.result.stored else ", not stored"
    line = "%-8s %s, document %s, %s, %d ms%s"
    name = printable(reading.name) or "without a name"
    _log.info(line, reading.status, name, reading.id, size_in_words(event.size), event.seconds * 1000, remark)


def _run(app: "ASGIApp", listening: "socket.socket") -> None:
    """Serve until Ctrl-C or SIGTERM, with one log line a document."""
    import uvicorn

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)-7s %(message)s")
    logging.getLogger("invoicy").setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.ERROR)  # its warnings advise to install what nothing here needs
    try:
        uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none", server_header=False)).run(
            [listening]
        )
    except KeyboardInterrupt:
        return
