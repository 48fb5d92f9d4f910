"""Stages are counted, however they end; X-Ray gets them too where it samples the call."""

import os
import subprocess
import sys

import pytest

from invoicy_aws.stages import Stages


def test_a_stage_that_fails_is_counted_and_a_stage_that_comes_twice_is_added_up() -> None:
    stages = Stages()
    with stages.watch("store"):
        pass
    with pytest.raises(ValueError, match="no"), stages.watch("store"):
        raise ValueError("no")
    assert list(stages.take()) == ["store"]
    assert stages.take() == {}


TRACED = """
import json, socket
daemon = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
daemon.bind(("127.0.0.1", 0))
daemon.settimeout(5)
import os
os.environ["AWS_XRAY_DAEMON_ADDRESS"] = "127.0.0.1:%d" % daemon.getsockname()[1]
from invoicy_aws.stages import Stages
with Stages().watch("read"):
    pass
print(daemon.recv(65536).decode().partition("\\n")[2])
"""


def test_the_stages_of_a_sampled_call_are_subsegments_of_its_trace() -> None:
    root = "1-5759e988-bd862e3fe1be46a994272793"
    told = {
        "LAMBDA_TASK_ROOT": "/var/task",
        "_X_AMZN_TRACE_ID": f"Root={root};Parent=53995c3f42cd8ad8;Sampled=1",
    }
    done = subprocess.run(
        (sys.executable, "-c", TRACED), env=os.environ | told, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert '"name": "## read"' in done.stdout.replace('":"', '": "')
    assert root in done.stdout
