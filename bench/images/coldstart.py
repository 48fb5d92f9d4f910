"""Time from start to the first and second stored reading on Lambda, beside a hello-world on the same base.

Every subject starts again in every round, and the subjects take turns, so that other load on the machine slows all of
them. Times are wall time as the caller measures it, with moto as S3 and EventBridge; they include its answers, as they
would include those of S3.
"""

import base64
import os
import subprocess
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

import boto3
import click
from infra.aws.local_cloud import REGION, Cloud, cloud_for
from msgspec import Struct

from bench.corpus import ROOT
from bench.images.emulator import started
from invoicy_aws.costs import cost_of_document

ROUNDS: Final = 7
MEGABYTES: Final = 1024
TEXTRACT: Final = 10.00  # AnalyzeExpense, US dollars for 1,000 pages, aws.amazon.com/textract/pricing
HELLO = Path(__file__).parent / "hello"
SAMPLES = ROOT / "samples" / "documents"
BUCKET = "invoicy-bench"
_LARGEST = 14
_CONTEXT = "function_name='', memory_limit_in_mb=0, invoked_function_arn='', aws_request_id=''"
_CALL = f"from invoicy_aws.bucket import handler; handler(json.load(sys.stdin), SimpleNamespace({_CONTEXT}))"


class Subject(Struct, frozen=True):
    """A function and its two calls. limit: how many times the hello-world's first answer it may take."""

    name: str
    handler: str
    first: Callable[[int], dict[str, Any]]
    second: Callable[[int], dict[str, Any]]
    folder: Path | None = None
    limit: float | None = None


class Run(Struct, frozen=True):
    """Seconds of both calls, of the processor until the first had its answer, and the most memory in bytes."""

    first: float
    second: float
    computing: float
    peak: int


def request(method: str, path: str, body: bytes = b"") -> dict[str, Any]:
    """A request as a function URL passes it on."""
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "bench"}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"host": "bench", "content-type": "application/octet-stream"},
        "requestContext": {"http": http, "stage": "$default", "domainName": "bench"},
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": True,
    }


def document(name: str, at: int) -> bytes:
    """The sample with another hash for every round, so that it is read and not found."""
    return (SAMPLES / name).read_bytes() + f"\n<!-- {os.getpid()} {at} -->\n".encode()


def uploaded(name: str) -> Callable[[int], dict[str, Any]]:
    def upload(at: int) -> dict[str, Any]:
        boto3.client("s3").put_object(Bucket=BUCKET, Key=name, Body=document(name, at))
        stored = {"bucket": {"name": BUCKET}, "object": {"key": name}}
        return {"Records": [{"eventName": "ObjectCreated:Put", "s3": stored}]}

    return upload


def sent(name: str) -> Callable[[int], dict[str, Any]]:
    return lambda at: request("POST", "/v1/documents", document(name, -at))


def _nothing(_: int) -> dict[str, Any]:
    return {}


def _hello(_: int) -> dict[str, Any]:
    return request("GET", "/")


SUBJECTS: tuple[Subject, ...] = (
    Subject("bare handler", "bare.handler", _nothing, _nothing, HELLO),
    Subject("hello-world, Mangum + FastAPI", "web.handler", _hello, _hello, HELLO),
    Subject(
        "bucket", "invoicy_aws.bucket.handler", uploaded("ubl-invoice.xml"), uploaded("cii-en16931.xml"), None, 2.0
    ),
    Subject("HTTP", "invoicy_aws.http.handler", sent("ubl-invoice.xml"), sent("cii-en16931.xml"), None, 1.8),
)
_YARDSTICK = SUBJECTS[1].name


def measure(image: str, subject: Subject, environment: dict[str, str], at: int) -> Run:
    first, second = subject.first(at), subject.second(at)
    with started(image, subject.handler, environment, subject.folder) as function:
        answers = [function.call(first)]
        computing = function.cpu_seconds()
        answers.append(function.call(second))
        for answer in answers:
            if "errorMessage" in answer.body or answer.body.get("statusCode", 200) >= 400:
                raise SystemExit(f"{subject.name} failed: {answer.body}")
        return Run(answers[0].seconds, answers[1].seconds, computing, function.peak_bytes())


def print_times(runs: dict[str, list[Run]]) -> None:
    """First answers beside the hello-world's: the fastest round, the median, and the processor's time alone."""
    print("| function | init + first, fastest | median | processor | second | peak memory | ratios | at most |")
    print(f"|{' --- |' * 8}")
    yardstick = _firsts(runs[_YARDSTICK])
    for subject in SUBJECTS:
        measured = runs[subject.name]
        firsts = _firsts(measured)
        times = " | ".join(f"{each * 1000:.0f} ms" for each in (*firsts, median(run.second for run in measured)))
        ratios = ", ".join(f"{each / other:.2f}" for each, other in zip(firsts, yardstick, strict=True))
        peak = max(run.peak for run in measured) / 2**20
        print(f"| {subject.name} | {times} | {peak:.0f} MB | {ratios} | {subject.limit or ''} |")


def _firsts(runs: list[Run]) -> tuple[float, float, float]:
    firsts = [run.first for run in runs]
    return min(firsts), median(firsts), min(run.computing for run in runs)


def print_costs(runs: dict[str, list[Run]]) -> None:
    """Print the price of a thousand documents: all of them warm, or each a cold start."""
    print(f"\n| 1,000 documents at {MEGABYTES} MB | US dollars |\n| --- | --- |")
    for subject in SUBJECTS[2:]:
        for state, seconds in (
            ("warm", median(run.second for run in runs[subject.name])),
            ("every one a cold start", median(run.first for run in runs[subject.name])),
        ):
            print(f"| {subject.name}, {state} | {1000 * cost_of_document(seconds, MEGABYTES):.4f} |")
    print(f"| Amazon Textract AnalyzeExpense, one page each | {TEXTRACT:.2f} |")


def print_imports(image: str, environment: dict[str, str]) -> None:
    """List the imports of a first reading, in milliseconds by package. Measuring makes them slower."""
    code = f"import json, sys; from types import SimpleNamespace; {_CALL}"
    variables = [part for key, value in environment.items() for part in ("--env", f"{key}={value}")]
    python = ["--entrypoint", "/opt/invoicy/bin/python", image, "-X", "importtime", "-c", code]
    event = str(uploaded("ubl-invoice.xml")(-1)).replace("'", '"')
    command = ["docker", "run", "--rm", "--interactive", *variables, *python]
    lines = subprocess.run(command, input=event, capture_output=True, text=True, check=True).stderr.splitlines()
    packages: dict[str, int] = defaultdict(int)
    for line in lines:
        if line.startswith("import time:") and "self" not in line:
            own, _, module = line.removeprefix("import time:").split("|")
            packages[module.strip().partition(".")[0]] += int(own)
    print(f"\n| import, bucket's first reading | ms |\n| --- | --- |\n| all | {sum(packages.values()) / 1000:.0f} |")
    for name, microseconds in sorted(packages.items(), key=lambda each: -each[1])[:_LARGEST]:
        print(f"| {name} | {microseconds / 1000:.0f} |")


def environment_of(cloud: Cloud) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": cloud.endpoint,
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(MEGABYTES),
        "INVOICY_BUCKET": BUCKET,
        "INVOICY_EVENT_BUS": "default",
    }


@click.command()
@click.argument("image", default="invoicy-lambda:latest")
def coldstart(image: str) -> None:
    """Print how long the functions of IMAGE take from start to the first and second reading.

    Beside them a hello-world on the same base. The default is the image that `make aws_image` builds.
    """
    with cloud_for(image) as cloud:
        environment = environment_of(cloud)
        region: Any = {"LocationConstraint": REGION}
        boto3.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration=region)
        runs: dict[str, list[Run]] = defaultdict(list)
        for at in range(1, ROUNDS + 1):
            for subject in SUBJECTS:
                runs[subject.name].append(measure(image, subject, environment, at))
        print(f"{image}, {ROUNDS} rounds\n")
        print_times(runs)
        print_costs(runs)
        print_imports(image, environment)
