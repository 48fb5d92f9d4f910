"""The cost of reading a document: list prices of AWS in us-east-1, in US dollars, without the free tier."""

import os

GIGABYTE_SECOND = {"x86_64": 0.0000166667, "arm64": 0.0000133334}  # aws.amazon.com/lambda/pricing
INVOCATION = 0.20 / 1_000_000
S3_WRITE = 0.005 / 1_000  # aws.amazon.com/s3/pricing: PUT, LIST
S3_READ = 0.0004 / 1_000
EVENT = 1.00 / 1_000_000  # aws.amazon.com/eventbridge/pricing: own events
_DEFAULT_MEGABYTES = 1024


def cost_of_document(seconds: float, megabytes: int, architecture: str = "x86_64") -> float:
    """Return US dollars for one document: time and memory of the function, its call, 3 reads, 2 writes, an event."""
    computing = seconds * megabytes / 1024 * GIGABYTE_SECOND[architecture]
    return computing + INVOCATION + 3 * S3_READ + 2 * S3_WRITE + EVENT


def memory_megabytes() -> int:
    """Return the memory of this function in MB."""
    return int(os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", _DEFAULT_MEGABYTES))


def architecture() -> str:
    """Return the architecture of this machine, as Lambda names it."""
    return "arm64" if os.uname().machine in {"aarch64", "arm64"} else "x86_64"
