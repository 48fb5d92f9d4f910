"""A process that reads one document three times: well, with a fault, and as too large."""

import os
import subprocess
import sys
from pathlib import Path

from tests.requirements import ROOT

_PROGRAM = """
import os, sys
from pathlib import Path
from invoicy.errors import TemporaryFaultError
from invoicy.local.store import FolderStore
from invoicy.pipeline import NullPublisher, Pipeline, Stage, reader
from invoicy_gcp.telemetry.exporters import start_exporters
from invoicy_gcp.telemetry.observer import CloudRunObserver
from invoicy_gcp.telemetry.tracing import request_trace
from msgspec import structs
from tests.memory_pipeline import incoming_document

class FailingPublisher:
    def publish(self, event):
        raise TemporaryFaultError("not now")

start_exporters(os.environ)
observer = CloudRunObserver()
store = FolderStore(Path(sys.argv[1]))
good, failing = (
    Pipeline(store=store, publisher=publisher, version="1.0", read=reader(), observer=observer)
    for publisher in (NullPublisher(), FailingPublisher())
)
incoming = incoming_document(uri="gs://b/Muster.xml")
with request_trace([("Traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]):
    with observer.stage(Stage.FETCH):
        pass
    good.process(incoming)
    try:
        failing.process(incoming)
    except TemporaryFaultError:
        pass
    good.process(structs.replace(incoming_document(b"large"), whole=False))
"""


def output_of(folder: Path, **environment: str) -> str:
    """Return the standard output of the process with these variables in its environment."""
    command = [sys.executable, "-c", _PROGRAM, str(folder)]
    done = subprocess.run(command, env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout
