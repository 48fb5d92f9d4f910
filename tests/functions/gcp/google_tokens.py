"""Google as an issuer of tokens: signs them and serves its certificates."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth import crypt, jwt

AUDIENCE = "https://messages.example.com"
ACCOUNT = "pusher@project.iam.gserviceaccount.com"
_KEY_ID = "key-1"


class TokenIssuer:
    """Signs tokens with a key of its own. requests: the number of requests for its certificates."""

    def __init__(self) -> None:
        self.requests = 0
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = serialization.Encoding.PEM
        private = key.private_bytes(pem, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
        now, day = datetime.now(UTC), timedelta(days=1)
        builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now - day, now + day)
        self._certificate = builder.sign(key, hashes.SHA256()).public_bytes(pem).decode()
        self._signer: Any = crypt.RSASigner.from_string(private.decode(), _KEY_ID)

    def token(self, **changes: Any) -> str:
        """Sign a token for AUDIENCE in the name of ACCOUNT, with changed claims."""
        now = int(time.time())
        claims = {
            "iss": "https://accounts.google.com",
            "aud": AUDIENCE,
            "email": ACCOUNT,
            "email_verified": True,
            "iat": now - 60,
            "exp": now + 3600,
        }
        signed: bytes = jwt.encode(self._signer, claims | changes)
        return signed.decode()

    def token_without_signature(self) -> str:
        """Return a token as Cloud Run hands it on after its own check."""
        return self.token().rpartition(".")[0] + ".SIGNATURE_REMOVED_BY_GOOGLE"

    @contextmanager
    def certificates(self) -> Iterator[str]:
        """Serve the certificates and yield their URL; they may be kept for an hour."""
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.requests += 1
                body = json.dumps({_KEY_ID: issuer._certificate}).encode()
                self.send_response(200)
                self.send_header("Cache-Control", "public, max-age=3600")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Log nothing."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/oauth2/v1/certs"
            server.shutdown()
