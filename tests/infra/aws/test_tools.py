"""SAM, cfn-lint and checkov accept the template."""

import os
import subprocess

import pytest
from infra.aws.local_cloud import SAM, tool

from tests.infra.aws.conftest import TEMPLATE

pytestmark = [pytest.mark.slow, pytest.mark.uv]

CHECKS = {
    "sam validate": (*SAM, "validate", "--lint", "--template"),
    "cfn-lint": ("cfn-lint", "--regions", "eu-central-1", "--template"),
    "checkov": ("checkov", "--skip-download", "--compact", "--quiet", "--file"),  # it needs an old boto3
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_template_is_clean(check: str) -> None:
    environment = os.environ | {"SAM_CLI_TELEMETRY": "0", "AWS_DEFAULT_REGION": "eu-central-1"}
    done = subprocess.run(
        (*tool(*CHECKS[check]), str(TEMPLATE)), env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
