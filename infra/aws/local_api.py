"""The function for HTTP on this machine: moto as AWS, `sam local start-api` as API Gateway.

Usage: python -m infra.aws.local_api IMAGE PORT. Ends with Ctrl-C.
"""

from pathlib import Path

import boto3
import click

from infra.aws.local_cloud import buckets, cloud_for, sam_local

_TEMPLATE = Path(__file__).parent / "api.yaml"


@click.command()
@click.argument("image")
@click.argument("port", type=int)
def main(image: str, port: int) -> None:
    """Serve IMAGE at PORT."""
    with cloud_for(image) as cloud:
        buckets(boto3.client("s3"))
        try:
            sam_local(_TEMPLATE, image, cloud, "start-api", "--port", str(port), files={})
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)


if __name__ == "__main__":
    main()
