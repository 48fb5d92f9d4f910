"""docker-compose.yml: its configuration, and its emulators at work."""

import json
from typing import Any

import httpx2
import pytest
from infra.gcp.emulator import free_port, wait_for

from tests.images.engine import VERSION, docker, running

pytestmark = pytest.mark.container

EMULATORS = "invoicy.test/invoicy-emulators"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    configuration = docker("compose", "config", "--format=json", env={"VERSION": VERSION, "REGISTRY": "example.test"})
    services: dict[str, Any] = json.loads(configuration)["services"]
    return services


def test_the_service_is_the_cloud_run_image_at_the_version_asked_for(services: dict[str, Any]) -> None:
    build = services["http"]["build"]
    assert (build["dockerfile"], build["target"]) == ("Dockerfile.cloudrun", "cloudrun")
    assert build["args"]["VERSION"] == VERSION
    assert build["additional_contexts"] == {"base": "service:base"}
    assert build["cache_from"] == [f"example.test/invoicy-base:{VERSION}"]
    assert services["http"]["image"] == f"example.test/invoicy-cloudrun:{VERSION}"


def test_it_needs_no_image_from_elsewhere(services: dict[str, Any]) -> None:
    built = {service["image"] for service in services.values() if "build" in service}
    assert {service["image"] for service in services.values()} == built


def test_it_is_reached_from_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert {port["host_ip"] for port in ports} == {"127.0.0.1"}


@pytest.fixture(scope="module")
def emulators() -> str:
    docker("buildx", "build", "--load", "--file=Dockerfile.emulators", f"--tag={EMULATORS}", ".")
    return EMULATORS


def test_the_s3_emulator_answers(emulators: str) -> None:
    port = free_port()
    with running(emulators, "/opt/invoicy/bin/moto_server", "--host=127.0.0.1", f"--port={port}"):
        wait_for(port)
        assert httpx2.get(f"http://127.0.0.1:{port}/moto-api/data.json").is_success


def test_the_gcs_emulator_has_the_bucket_of_the_service(emulators: str, services: dict[str, Any]) -> None:
    port = free_port()
    command = [*services["gcs"]["command"], "-host=127.0.0.1", f"-port={port}"]
    with running(emulators, *command):
        wait_for(port)
        bucket = services["http"]["environment"]["INVOICY_BUCKET"]
        assert httpx2.get(f"http://127.0.0.1:{port}/storage/v1/b/{bucket}").json()["name"] == bucket
