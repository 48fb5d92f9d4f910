"""AWS on this machine for a function in a container: moto's server and `sam local`."""

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
_DEPLOYED_IMAGE = "invoicy-lambda:latest"  # the name in the templates
_LOCAL_IMAGE = "invoicy-lambda-local"  # kept, with the layers of SAM, so that the next run starts sooner
_CALLER = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": REGION}


class Cloud(Struct, frozen=True):
    """moto's server. host: the IP address of this machine for containers; boto3 would put a bucket before a name."""

    host: str
    port: int

    @property
    def endpoint(self) -> str:
        return f"http://{self.host}:{self.port}"


@contextmanager
def cloud_for(image: str) -> Iterator[Cloud]:
    """Start moto's server where containers and the AWS clients of this process can reach it.

    image: an image with Python, which looks up the address of this machine.
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


def create_buckets(client: "S3Client") -> None:
    """Create the buckets of the stack."""
    region: Any = {"LocationConstraint": REGION}
    for bucket in (INBOX, READINGS):
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration=region)


def sam_local(template: Path, image: str, cloud: Cloud, *command: str, files: dict[str, str]) -> None:
    """Run a command of `sam local` with the template and the image. files: texts by file name, put beside them."""
    run(
        "docker", "build", "--quiet", "--tag", _LOCAL_IMAGE, "-", text=f"FROM {image}\nUSER 0\n"
    )  # it refuses an image whose user is not root
    with TemporaryDirectory() as folder:
        for name, text in (files | {"template.yaml": _local_template(template, cloud)}).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        run(*tool(*SAM), "local", *command, "--template", "template.yaml", "--skip-pull-image", folder=folder)


def _local_template(template: Path, cloud: Cloud) -> str:
    """Return the template with the local image and endpoint; SAM sets only variables that are in the template."""
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
    """Return the host if it is an address of this machine; elsewhere, as on a Mac, the engine forwards calls."""
    with socket.socket() as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return "127.0.0.1"
    return host


def tool(*command: str) -> tuple[str, ...]:
    """Return the command for a tool in an environment of its own. `uv run` sets UV to the path of uv."""
    return (os.environ.get("UV", "uv"), "tool", "run", *command)


def run(*command: str, text: str | None = None, folder: str | None = None) -> None:
    """Run a program with its output on standard error."""
    environment = os.environ | {"SAM_CLI_TELEMETRY": "0"}
    subprocess.run(command, input=text, text=True, check=True, stdout=sys.stderr, cwd=folder, env=environment)
