"""The parsed Terraform; its provider is not needed."""

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

import hcl2
import msgspec
import pytest
from hcl2.utils import SerializationOptions

from invoicy_gcp.__main__ import COMMANDS
from invoicy_gcp.events.payloads import FINALIZED
from invoicy_gcp.settings import GcpSettings, PushTokens
from tests.requirements import ROOT

FOLDER = ROOT / "infra" / "gcp"
FILES = sorted(FOLDER.glob("*.tf"))
OPTIONS = SerializationOptions(strip_string_quotes=True, explicit_blocks=False, with_comments=False)
EVERYBODY = ("allUsers", "allAuthenticatedUsers")
ROLES = {
    "roles/eventarc.eventReceiver",
    "roles/iam.serviceAccountOpenIdTokenCreator",
    "roles/iam.serviceAccountTokenCreator",
    "roles/pubsub.publisher",
    "roles/pubsub.subscriber",
    "roles/run.invoker",
    "roles/secretmanager.secretAccessor",
    "roles/storage.objectCreator",
    "roles/storage.objectViewer",
}
Block = dict[str, Any]


@cache
def parsed() -> dict[str, list[Block]]:
    """Return the blocks of all files by their type."""
    blocks: dict[str, list[Block]] = {}
    for file in FILES:
        for block_type, entries in hcl2.loads(file.read_text(), serialization_options=OPTIONS).items():
            blocks.setdefault(block_type, []).extend(entries)
    return blocks


def named(block_type: str) -> dict[str, Block]:
    """Return the variables or outputs by name."""
    return {name: block for entry in parsed()[block_type] for name, block in entry.items()}


@cache
def resources() -> dict[str, Block]:
    """Return the resources by `type.name`."""
    return {
        f"{resource_type}.{name}": block
        for entry in parsed()["resource"]
        for resource_type, blocks in entry.items()
        for name, block in blocks.items()
    }


def of(resource_type: str) -> dict[str, Block]:
    return {name: block for name, block in resources().items() if name.partition(".")[0] == resource_type}


def text() -> str:
    return "\n".join(file.read_text() for file in FILES)


def local() -> Block:
    (values,) = parsed()["locals"]
    return values


def values(block: Any, key: str) -> Iterator[Any]:
    """Yield every value under the key, at any depth."""
    if isinstance(block, dict):
        for name, value in block.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(block, list):
        for each in block:
            yield from values(each, key)


def containers() -> dict[str, Block]:
    """Return the container of every service and of the job, by the resource's name."""
    running = of("google_cloud_run_v2_service") | of("google_cloud_run_v2_job")
    return {name: next(values(block, "containers"))[0] for name, block in running.items()}


def test_every_variable_and_output_is_described_and_used() -> None:
    for name, variable in named("variable").items():
        assert variable["description"].endswith((".", "...")), name
        assert variable["type"], name
        assert re.search(rf"var\.{name}\b", text()), name
    assert all(output["description"].endswith(".") for output in named("output").values())


def test_every_name_that_is_referred_to_exists() -> None:
    assert set(re.findall(r"\bvar\.(\w+)", text())) == set(named("variable"))
    assert set(re.findall(r"\blocal\.(\w+)", text())) == set(local()) - {"__comments__", "__inline_comments__"}
    referred = set(re.findall(r"(?<![\w.\"/])(google_\w+\.\w+)", re.sub(r"data\.google_\w+\.\w+", "", text())))
    assert referred <= set(resources())


def test_the_provider_is_pinned() -> None:
    (terraform,) = parsed()["terraform"]
    (providers,) = terraform["required_providers"]
    versions = [provider["version"] for provider in providers.values() if isinstance(provider, dict)]
    assert versions
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_nothing_is_public_by_default() -> None:
    public = [name for name, block in resources().items() if any(who in str(block) for who in EVERYBODY)]
    assert public == ["google_cloud_run_v2_service_iam_member.anybody_calls_http"]
    assert resources()[public[0]]["count"] == "${var.public ? 1 : 0}"
    assert named("variable")["public"]["default"] is False
    (condition,) = values(resources()["google_cloud_run_v2_service.http"], "condition")
    assert condition == "${var.use_api_keys || !var.public}"


def test_buckets_are_private_versioned_and_kept() -> None:
    buckets = of("google_storage_bucket")
    assert len(buckets) == 2
    for bucket in buckets.values():
        assert bucket["public_access_prevention"] == "enforced"
        assert bucket["uniform_bucket_level_access"] is True
        assert bucket["versioning"] == [{"enabled": True}]
        assert bucket["force_destroy"] == "${!var.deletion_protection}"


def test_the_service_for_events_accepts_calls_from_inside_only() -> None:
    assert resources()["google_cloud_run_v2_service.uploads"]["ingress"] == "INGRESS_TRAFFIC_INTERNAL_ONLY"


def test_uploads_that_cannot_be_read_end_in_a_watched_dead_letter_topic() -> None:
    uploads = resources()["google_pubsub_subscription.uploads"]
    (policy,) = uploads["dead_letter_policy"]
    assert policy["dead_letter_topic"] == "${google_pubsub_topic.dead[0].id}"
    assert uploads["retry_policy"]
    dead = resources()["google_pubsub_subscription.dead"]
    assert dead["topic"] == "${google_pubsub_topic.dead[0].id}"
    assert dead["expiration_policy"] == [{"ttl": ""}]
    members = {name for name, block in resources().items() if "local.pubsub_agent" in str(block)}
    assert {
        "google_pubsub_topic_iam_member.pubsub_buries",
        "google_pubsub_subscription_iam_member.pubsub_takes_out",
    } <= members
    alert = resources()["google_monitoring_alert_policy.dead"]
    assert "google_pubsub_subscription.dead[0].name" in next(values(alert, "filter"))


def test_a_push_has_a_token_for_the_service() -> None:
    (push,) = resources()["google_pubsub_subscription.uploads"]["push_config"]
    (token,) = push["oidc_token"]
    assert token["service_account_email"] == local()["push_environment"]["INVOICY_PUSH_ACCOUNT"]
    assert token["audience"] == local()["push_environment"]["INVOICY_PUSH_AUDIENCE"]
    assert resources()["google_cloud_run_v2_service.uploads"]["custom_audiences"] == [token["audience"]]


def test_only_known_and_narrow_roles_are_granted() -> None:
    roles = [block["role"] for block in resources().values() if "role" in block]
    assert set(roles) == ROLES


def test_roles_on_the_whole_project_are_for_eventarc_only() -> None:
    on_project = of("google_project_iam_member")
    assert {block["count"] for block in on_project.values()} == {"${local.by_eventarc ? 1 : 0}"}


def test_no_account_may_change_or_delete_a_reading() -> None:
    on_readings = [
        block["role"]
        for block in of("google_storage_bucket_iam_member").values()
        if block["bucket"] == "${google_storage_bucket.readings.name}"
    ]
    assert sorted(on_readings) == ["roles/storage.objectCreator", "roles/storage.objectViewer"]


def test_every_service_runs_as_an_account_of_its_own() -> None:
    for name, block in (of("google_cloud_run_v2_service") | of("google_cloud_run_v2_job")).items():
        (account,) = values(block, "service_account")
        assert re.fullmatch(r"\$\{google_service_account\.\w+\.email\}", account), name


def test_services_and_the_job_run_commands_that_the_image_has() -> None:
    assert local()["command"] == ["/opt/invoicy/bin/python", "-m", "invoicy_gcp"]
    assert {container["command"] for container in containers().values()} == {"${local.command}"}
    commands = {container["args"][0] for container in containers().values()}
    assert commands == {'${local.by_pubsub ? "messages" : "bucket"}', "http", "archive"}
    assert set(re.findall(r"[a-z]{4,}", " ".join(commands).replace("local.by_pubsub", ""))) == set(COMMANDS)


def test_every_setting_in_the_terraform_is_read_by_the_code() -> None:
    known = {f"INVOICY_{field.name.upper()}" for field in msgspec.structs.fields(GcpSettings)}
    names = set(re.findall(r"\bINVOICY_\w+", text()))
    assert names <= known
    assert {f"INVOICY_{field.name.upper()}" for field in msgspec.structs.fields(GcpSettings) if field.required} <= names
    assert PushTokens(local()["push_environment"]["INVOICY_PUSH_TOKENS"]) is PushTokens.CHECKED


def test_every_container_has_the_common_settings() -> None:
    for name, container in containers().items():
        variables = [each["env"]["for_each"] for each in container["dynamic"] if "env" in each]
        assert any("local.environment" in each for each in variables), name
    assert "local.push_environment" in str(containers()["google_cloud_run_v2_service.uploads"])
    assert "INVOICY_ARCHIVE" in str(containers()["google_cloud_run_v2_job.archive"])


def test_the_service_answers_before_the_platform_does() -> None:
    assert "INVOICY_DEADLINE_SECONDS = tostring(var.timeout_seconds - 20)" in local()["environment"]
    assert resources()["google_pubsub_subscription.uploads"]["ack_deadline_seconds"] == "${var.timeout_seconds}"


def test_eventarc_sends_the_events_that_the_handler_reads() -> None:
    criteria = resources()["google_eventarc_trigger.uploads"]["matching_criteria"]
    assert FINALIZED in [each["value"] for each in criteria]


def test_terraform_never_sees_a_key() -> None:
    assert not of("google_secret_manager_secret_version")
    assert not of("google_service_account_key")


def test_every_exception_from_a_check_has_its_reason() -> None:
    skips = re.findall(r"#\s*checkov:skip=(.*)", text())
    assert skips
    assert all(re.fullmatch(r"CKV_GCP_\d+:\w.{20,}", skip) for skip in skips)


@pytest.mark.uv
@pytest.mark.slow
def test_checkov_finds_nothing() -> None:
    uv = os.environ.get("UV", "uv")  # uv names itself to what it runs; it need not be on the PATH
    command = [uv, "tool", "run", "-q", "--from", "checkov>=3.2,<4", "checkov", "--framework", "terraform"]
    options = ["--skip-download", "--compact", "--quiet", "--directory", str(FOLDER)]
    done = subprocess.run(command + options, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
