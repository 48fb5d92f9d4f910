"""AWS on this machine for a function in a container: moto's server, and the image as `sam local` takes it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

SAM = ("--from", "aws-sam-cli==1.170.0", "sam")
REGION = "eu-central-1"
INBOX, READINGS = "invoicy-inbox", "invoicy-readings"
_DEPLOYED_IMAGE = "invoicy-lambda:latest"  # as the templates say
_LOCAL_IMAGE = "invoicy-lambda-local"  # stays, with what SAM builds on it: the next run starts sooner
_CALLER = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": REGION}


class Cloud(Struct, frozen=True):
    """moto's server. host: this machine as containers see it; an address, for a name would become a bucket's."""

    host: str
    port: int

    @property
    def endpoint(self) -> str:
        return f"http://{self.host}:{self.port}"


@contextmanager
def cloud_for(image: str) -> Iterator[Cloud]:
    """Moto's server where containers of this engine reach it, and every AWS client of this process too.

    image: one with Python, to ask from.
    """
    from moto.server import ThreadedMotoServer  # two seconds, not for --help

    host = _host_for_containers(image)
    here = _listening_address(host)
    server = ThreadedMotoServer(ip_address=here, port=0, verbose=False)
    server.start()
    try:
        port = server.get_host_and_port()[1]
        os.environ.update(_CALLER, AWS_ENDPOINT_URL=f"http://{here}:{port}")
        yield Cloud(host, port)
    finally:
        server.stop()


def buckets(client: "S3Client") -> None:
    """Make the buckets of the stack."""
    region: Any = {"LocationConstraint": REGION}
    for bucket in (INBOX, READINGS):
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration=region)


def sam_local(template: Path, image: str, cloud: Cloud, *command: str, files: dict[str, str]) -> None:
    """Run a command of `sam local` on the template with the image and these files beside it."""
    run("docker", "build", "--quiet", "--tag", _LOCAL_IMAGE, "-", text=f"FROM {image}\nUSER 0\n")  # it takes no other
    with TemporaryDirectory() as folder:
        for name, text in (files | {"template.yaml": _for_here(template, cloud)}).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        run(*tool(*SAM), "local", *command, "--template", "template.yaml", "--skip-pull-image", folder=folder)


def _for_here(template: Path, cloud: Cloud) -> str:
    """The template with the local image and AWS on this machine; SAM sets no variable that it does not have."""
    lines = template.read_text(encoding="utf-8").replace(_DEPLOYED_IMAGE, _LOCAL_IMAGE).splitlines()
    added = []
    for line in lines:
        added.append(line)
        if line.strip() == "Variables:":
            added.append(" " * (len(line) - len(line.lstrip()) + 2) + f"AWS_ENDPOINT_URL: {cloud.endpoint}")
    return "\n".join(added)


def _host_for_containers(image: str) -> str:
    name = "host.docker.internal"
    code = f"import socket; print(socket.gethostbyname('{name}'))"
    python = ("--entrypoint", "python", image, "-c", code)
    command = ("docker", "run", "--rm", "--add-host", f"{name}:host-gateway", *python)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _listening_address(host: str) -> str:
    """The engine's address where it is this machine's own; elsewhere, as on a Mac, its engine passes calls on."""
    with socket.socket() as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return "127.0.0.1"
    return host


def tool(*command: str) -> tuple[str, ...]:
    """A tool of the package index in an environment of its own; `uv run` says where uv is."""
    return (os.environ.get("UV", "uv"), "tool", "run", *command)


def run(*command: str, text: str | None = None, folder: str | None = None) -> None:
    """Run a program; what it says goes to standard error."""
    environment = os.environ | {"SAM_CLI_TELEMETRY": "0"}
    subprocess.run(command, input=text, text=True, check=True, stdout=sys.stderr, cwd=folder, env=environment)
