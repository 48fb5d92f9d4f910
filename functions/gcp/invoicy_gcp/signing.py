"""Signed URLs, each for one new object (cloud.google.com/storage/docs/access-control/signed-urls)."""

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.errors import AccessRefusedError
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.auth.credentials import Credentials, Signing
    from google.auth.transport import Request
    from google.cloud.storage import Client


class Signer(Struct, frozen=True, kw_only=True):
    """Signs uploads to one bucket.

    request: the transport to Google's signing service. seconds: the lifetime of a URL.
    """

    client: "Client"
    credentials: "Credentials"
    request: "Request"
    bucket: str
    seconds: int

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]:
        """Return URL and headers of a PUT that creates the object only if it is absent.

        Raises as faults_of does if there are no credentials.
        """
        conditions = {"x-goog-if-generation-match": "0"}
        with faults_of(f"the bucket {self.bucket}"):
            url = (
                self.client.bucket(self.bucket)
                .blob(key)
                .generate_signed_url(
                    version="v4",
                    method="PUT",
                    expiration=timedelta(seconds=self.seconds),
                    content_type=media_type,
                    headers=dict(conditions),  # a copy, because the method adds its own
                    credentials=self._signing_credentials(),
                )
            )
        return url, {"Content-Type": media_type} | conditions

    def _signing_credentials(self) -> "Signing":
        """Return the process's credentials where they have a key; otherwise Google signs for their account."""
        from google.auth.credentials import Signing  # the client has loaded all three
        from google.auth.iam import Signer as RemoteSigner
        from google.oauth2.service_account import Credentials

        if isinstance(self.credentials, Signing):
            return self.credentials
        account = self._service_account()
        signer = RemoteSigner(self.request, self.credentials, account)
        return Credentials(signer, account, token_uri="")

    def _service_account(self) -> str:
        if not self.credentials.valid:
            self.credentials.refresh(self.request)  # until then an account on Cloud Run is named "default"
        account: str | None = getattr(self.credentials, "service_account_email", None)
        if account is None:
            raise AccessRefusedError("Only a service account can sign upload URLs. Run the service as one.")
        return account
