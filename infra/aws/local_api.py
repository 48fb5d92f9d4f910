"""Serves the HTTP function on this machine, with moto as AWS and `sam local start-api` as API Gateway.

Usage: python -m infra.aws.local_api IMAGE PORT. Ends with Ctrl-C.
"""

from pathlib import Path

import boto3
import click

from infra.aws.local_cloud import cloud_for, create_buckets, sam_local

_TEMPLATE = Path(__file__).parent / "api.yaml"


@click.command()
@click.argument("image")
@click.argument("port", type=int)
def main(image: str, port: int) -> None:
    """Serve IMAGE at PORT."""
    with cloud_for(image) as cloud:
        create_buckets(boto3.client("s3"))
        try:
            sam_local(_TEMPLATE, image, cloud, "start-api", "--port", str(port), files={})
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)


if __name__ == "__main__":
    main()
