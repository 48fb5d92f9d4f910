"""Reads one document with the Cloud Run image on this machine: `python -m infra.gcp.local FILE --image IMAGE`.

Starts an emulator of Cloud Storage and the image, uploads the file, posts the event of Eventarc and prints the stored
reading on standard output. Everything else goes to standard error, and nothing keeps running.
"""

import platform
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import click
from cloudevents.conversion import to_binary
from cloudevents.http import CloudEvent
from infra.gcp.emulator import LOOPBACK, fake_gcs_server, free_port

from invoicy.documents.document import Document
from invoicy.storage import newest_reading_key
from invoicy_gcp.events.payloads import FINALIZED
from invoicy_gcp.store import GcsStore

_BUCKET: Final = "invoicy-local"
_TENANT: Final = "default"
_SECONDS_TO_START: Final = 60
_SECONDS_TO_ANSWER: Final = 300
# Only on Linux does a container on the host's network reach the host's loopback.
_ON_LINUX: Final = platform.system() == "Linux"
_HOST: Final = LOOPBACK if _ON_LINUX else "host.docker.internal"


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--image", required=True, help="The Cloud Run image.")
def main(file: Path, image: str) -> None:
    """Read FILE with the image and print the stored reading, whatever its status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the emulator and the container are stopped
    click.echo(stored_reading(image, file.name, file.read_bytes()))


def stored_reading(image: str, name: str, content: bytes) -> bytes:
    """Return the reading that the image stores. Raises click.ClickException when it stores none."""
    with fake_gcs_server(_HOST) as port:
        client = _client(f"http://{LOOPBACK}:{port}")
        blob = client.create_bucket(_BUCKET).blob(name)
        blob.upload_from_string(content)
        with _service(image, f"http://{_HOST}:{port}") as url:
            _post(url, _finalized(name, blob.generation))
        store = GcsStore(client, _BUCKET)
        key = newest_reading_key(store, _TENANT, Document.of(content).id)
        reading = None if key is None else store.get(key)
    if reading is None:
        raise click.ClickException("The service stored no reading.")
    return reading


def _client(url: str) -> Any:
    from google.auth.credentials import AnonymousCredentials  # 0.6 s of CPU, not for --help
    from google.cloud.storage import Client

    anonymous: Any = AnonymousCredentials  # its constructor has no types
    return Client(project="local", credentials=anonymous(), client_options={"api_endpoint": url})


def _finalized(name: str, generation: int) -> CloudEvent:
    """Return the event that Eventarc sends for an upload."""
    attributes = {
        "id": str(uuid.uuid4()),
        "type": FINALIZED,
        "source": f"//storage.googleapis.com/projects/_/buckets/{_BUCKET}",
        "datacontenttype": "application/json",
    }
    return CloudEvent(attributes, {"bucket": _BUCKET, "name": name, "generation": str(generation)})


@contextmanager
def _service(image: str, storage_url: str) -> Iterator[str]:
    """Run the image's service for uploads as Cloud Run does, and yield its URL."""
    name, port = f"invoicy-gcp-local-{uuid.uuid4().hex}", free_port()
    environment = {
        "PORT": port,
        "STORAGE_EMULATOR_HOST": storage_url,
        "GOOGLE_CLOUD_PROJECT": "local",
        "INVOICY_BUCKET": _BUCKET,
        "INVOICY_TENANT": _TENANT,
    }
    variables = [f"--env={key}={value}" for key, value in environment.items()]
    network = "--network=host" if _ON_LINUX else f"--publish={LOOPBACK}:{port}:{port}"
    options = [f"--name={name}", "--rm", "--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", network, *variables]
    program = ["/opt/invoicy/bin/python", "-m", "invoicy_gcp", "bucket"]
    with subprocess.Popen(["docker", "run", *options, image, *program], stdout=sys.stderr) as container:
        try:
            yield f"http://{LOOPBACK}:{port}"
        finally:
            subprocess.run(["docker", "rm", "--force", name], check=False, capture_output=True)
            container.wait()


def _post(url: str, event: CloudEvent) -> None:
    """Post the event as soon as the service accepts requests. Raises click.ClickException unless the answer is 2xx."""
    headers, body = to_binary(event)
    for _ in range(_SECONDS_TO_START * 10):
        try:
            with urlopen(Request(url, body, headers), timeout=_SECONDS_TO_ANSWER):  # noqa: S310  our own service
                return
        except HTTPError as error:
            raise click.ClickException(f"The service answered {error.code}.") from error
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise click.ClickException(f"The service did not start within {_SECONDS_TO_START} seconds.")


if __name__ == "__main__":
    main()
