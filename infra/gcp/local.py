"""One document through the Cloud Run image on this machine: `python -m infra.gcp.local FILE --image IMAGE`.

Starts an emulator of Google Cloud Storage and the image, uploads the file, tells the service as Eventarc would, and
prints the stored reading on standard output. Everything else goes to standard error, and nothing is left running.
"""

import argparse
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
from urllib.error import URLError
from urllib.request import Request, urlopen

from cloudevents.conversion import to_binary
from cloudevents.http import CloudEvent
from infra.gcp.emulator import LOOPBACK, fake_gcs_server, free_port

from invoicy.documents.document import Document
from invoicy.storage import newest_key
from invoicy_gcp.events.payloads import FINALIZED
from invoicy_gcp.store import GcsStore

_BUCKET: Final = "invoicy-local"
_TENANT: Final = "default"
_SECONDS: Final = 60
# A container has the host's own loopback only on Linux.
_ON_LINUX: Final = platform.system() == "Linux"
_HOST: Final = LOOPBACK if _ON_LINUX else "host.docker.internal"


def main(arguments: list[str]) -> int:
    """0 when a reading was stored, whatever it says; 1 when none was; 2 for a file that cannot be opened."""
    parser = argparse.ArgumentParser(description="One document through the Cloud Run image on this machine")
    parser.add_argument("file", type=Path)
    parser.add_argument("--image", required=True, help="the Cloud Run image")
    told = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leave nothing running, whoever stops us
    try:
        content = told.file.read_bytes()
    except OSError as error:
        sys.stderr.write(f"{told.file} cannot be opened: {error.strerror}.\n")
        return 2
    reading = stored_reading(told.image, told.file.name, content)
    if reading is None:
        return 1
    sys.stdout.buffer.write(reading + b"\n")
    return 0


def stored_reading(image: str, name: str, content: bytes) -> bytes | None:
    """The reading that the image stores of the document; None when it answers that it could not."""
    with fake_gcs_server(_HOST) as port:
        client = _client(f"http://{LOOPBACK}:{port}")
        blob = client.create_bucket(_BUCKET).blob(name)
        blob.upload_from_string(content)
        with _service(image, f"http://{_HOST}:{port}") as address:
            if not _is_taken(address, _event(name, blob.generation, len(content))):
                return None
        store = GcsStore(client, _BUCKET)
        key = newest_key(store, _TENANT, Document.of(content).id)
        return None if key is None else store.get(key)


def _client(address: str) -> Any:
    from google.auth.credentials import AnonymousCredentials
    from google.cloud.storage import Client

    anonymous: Any = AnonymousCredentials
    return Client(project="local", credentials=anonymous(), client_options={"api_endpoint": address})


def _event(name: str, generation: int, size: int) -> CloudEvent:
    """The event that Eventarc sends for an upload."""
    attributes = {
        "id": str(uuid.uuid4()),
        "type": FINALIZED,
        "source": f"//storage.googleapis.com/projects/_/buckets/{_BUCKET}",
        "bucket": _BUCKET,
        "datacontenttype": "application/json",
    }
    data = {"kind": "storage#object", "bucket": _BUCKET, "name": name, "generation": str(generation), "size": str(size)}
    return CloudEvent(attributes, data)


@contextmanager
def _service(image: str, storage: str) -> Iterator[str]:
    """The address of the image's service for uploads, as Cloud Run runs it."""
    name, port = f"invoicy-gcp-local-{uuid.uuid4().hex}", free_port()
    environment = {
        "PORT": port,
        "STORAGE_EMULATOR_HOST": storage,
        "GOOGLE_CLOUD_PROJECT": "local",
        "INVOICY_BUCKET": _BUCKET,
        "INVOICY_TENANT": _TENANT,
    }
    network = ["--network=host"] if _ON_LINUX else [f"--publish={LOOPBACK}:{port}:{port}"]
    told = [f"--env={key}={value}" for key, value in environment.items()]
    run = ["docker", "run", "--rm", f"--name={name}", "--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", *network, *told]
    command = [*run, image, "/opt/invoicy/bin/python", "-m", "invoicy_gcp", "bucket"]
    with subprocess.Popen(command, stdout=sys.stderr) as service:
        try:
            yield f"http://{LOOPBACK}:{port}"
        finally:
            subprocess.run(["docker", "rm", "--force", name], check=False, capture_output=True)
            service.wait()


def _is_taken(address: str, event: CloudEvent) -> bool:
    headers, body = to_binary(event)
    for _ in range(_SECONDS * 10):
        try:
            with urlopen(Request(address, body, headers), timeout=_SECONDS * 5):  # noqa: S310  our own service
                return True
        except (URLError, ConnectionError) as error:
            if hasattr(error, "code"):
                sys.stderr.write(f"The service answered {error.code}.\n")
                return False
            time.sleep(0.1)
    sys.stderr.write(f"The service did not start in {_SECONDS} seconds.\n")
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
