"""An issuer of OpenID Connect on this machine: signs in whoever the test says, and checks what it is sent."""

import base64
import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

CLIENT, SECRET = "fazhi", "秘密-之-8421"


@dataclass
class Issuer:
    """What the issuer will say, and what it was asked."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "u-1", "preferred_username": "clerk"})
    userinfo: dict[str, Any] | None = None
    audience: str = CLIENT
    challenge: str = ""
    broken: bool = False
    asked: list[str] = field(default_factory=list)
    url: str = ""
    key: Any = field(default_factory=lambda: generate_private_key(65537, 2048))

    def allow(self, location: str) -> str:
        """The code for a person whom the browser brought to the authorization endpoint."""
        query = dict(parse_qsl(urlsplit(location).query))
        assert query["client_id"] == CLIENT
        assert set(query["scope"].split()) == {"openid", "profile"}
        assert query["code_challenge_method"] == "S256"
        self.challenge = query["code_challenge"]
        return f"{urlsplit(query['redirect_uri']).path}?code=abc&state={query['state']}"

    def answer(self, path: str, body: str) -> tuple[int, dict[str, Any]]:
        self.asked.append(path)
        if self.broken:
            return 200, {}
        if path.endswith("openid-configuration"):
            return 200, {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "jwks_uri": f"{self.url}/jwks",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        return self.token(body) if path == "/token" else (200, self.userinfo or self.claims)

    def token(self, body: str) -> tuple[int, dict[str, Any]]:
        form = {name: values[0] for name, values in parse_qs(body).items()}
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        verified = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenge
        if not (verified and form["client_secret"] == SECRET and form["code"] == "abc"):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        token = {"iss": self.url, "aud": self.audience, "iat": now, "exp": now + 60, **self.claims}
        signed = jwt.encode(token, self.key, "RS256", {"kid": "1"})
        return 200, {"access_token": "t", "token_type": "Bearer", "id_token": signed}


def serve(issuer: Issuer) -> ThreadingHTTPServer:
    """The issuer at a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            status, said = issuer.answer(self.path, self.rfile.read(length).decode())
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
