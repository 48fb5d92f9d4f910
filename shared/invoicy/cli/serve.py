"""invoicy serve: the HTTP app on this machine."""

import logging
import os
from pathlib import Path

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, envvar="PORT", help="Port.")
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of readings [INVOICY_STORE, invoicy-store].",
)
def serve(host: str, port: int, store: Path | None) -> None:
    """Read invoices over HTTP: POST /v1/documents, GET /v1/documents/ID."""
    try:
        import uvicorn  # with FastAPI half a second, and not there at all without the extra
    except ModuleNotFoundError as error:
        raise click.UsageError("The HTTP app is an extra: pip install 'invoicy[web]'.") from error
    from invoicy.cli.place import settings_with

    settings = settings_with(store, os.environ)
    from invoicy.local import local_pipeline
    from invoicy.web.app import create_app

    logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(message)s")
    click.echo(f"Readings go to {settings.store.resolve()}.", err=True)
    uvicorn.run(create_app(local_pipeline(settings), settings), host=host, port=port)
