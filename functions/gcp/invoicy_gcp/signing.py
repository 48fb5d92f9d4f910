"""Signed addresses, each for one new object (cloud.google.com/storage/docs/access-control/signed-urls)."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.storage import Client


class Signer(Struct, frozen=True):
    """Signs PUTs into one bucket. seconds: how long they are valid."""

    client: "Client"
    bucket: str
    seconds: int

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]:
        """URL and headers of a PUT that makes the object if there is none.

        Raises TemporaryFaultError or AccessRefusedError where Google does not sign for us.
        """
        headers = {"Content-Type": media_type, "x-goog-if-generation-match": "0"}
        with faults_of(f"The bucket {self.bucket}"):
            url = self._blob_url(key, headers)
        return url, headers

    def _blob_url(self, key: str, headers: dict[str, str]) -> str:
        signed: str = (
            self.client.bucket(self.bucket)
            .blob(key)
            .generate_signed_url(
                version="v4",
                method="PUT",
                expiration=timedelta(seconds=self.seconds),
                content_type=headers["Content-Type"],
                headers={name: value for name, value in headers.items() if name != "Content-Type"},
                **self._signature(),
            )
        )
        return signed

    def _signature(self) -> dict[str, Any]:
        """The signer: our own key where we have one, else Google in our name, as on Cloud Run."""
        from google.auth.credentials import Signing  # loaded by the client at this point
        from google.auth.transport.requests import Request

        credentials = self.client._credentials  # noqa: SLF001  the client has no other name for them
        if isinstance(credentials, Signing):
            return {}
        credentials.refresh(Request())
        return {"service_account_email": credentials.service_account_email, "access_token": credentials.token}
