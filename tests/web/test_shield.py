"""Every answer carries the headers that keep other sites and scripts out, whoever asks for what."""

import json
import subprocess
import sys

import pytest
from django.test import Client

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ASKED = """
import json, django
django.setup()
from django.conf import settings
from django.test import Client
from django.core.management import call_command
client = Client()
plain = client.get("/login", secure=False)
told = client.get("/login", headers={"X-Forwarded-Proto": "https"})
cookie = told.cookies[settings.CSRF_COOKIE_NAME]
names = [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME]
print(json.dumps({"names": names, "secure": cookie["secure"], "path": cookie["path"],
  "domain": cookie["domain"], "http_only": settings.SESSION_COOKIE_HTTPONLY,
  "same_site": settings.SESSION_COOKIE_SAMESITE, "hsts": told.get("Strict-Transport-Security")}))
"""


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/portal", "/login", "/nowhere", "/healthz", "/api/v1/cases", "/"])
def test_each_answer_is_shielded(address: str) -> None:
    response = Client().get(address)
    assert {name: response.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in response["Permissions-Policy"]
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "charset=utf-8" in response["Content-Type"] or "json" in response["Content-Type"]


@pytest.mark.django_db
def test_an_answer_of_the_interface_is_saved_never_shown() -> None:
    response = Client().get("/api/v1/openapi.json")
    assert response["Content-Disposition"] == 'attachment; filename="api.json"'


def test_a_log_out_clears_what_the_browser_kept(clerk: Client) -> None:
    assert clerk.post("/logout")["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.django_db
@pytest.mark.parametrize(
    "away", ["//evil.example", "/\\evil.example", "https:///evil.example", "javascript:x"]
)
def test_nobody_is_led_away(away: str) -> None:
    assert Client().post("/display", {"next": away}).headers["Location"] == "/"
    assert "evil.example" not in Client().get(f"/login?next={away}", follow=True).request["PATH_INFO"]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_do_nothing(method: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    for address in ("/portal", "/search", "/track", "/healthz", "/display", "/logout", "/api/v1/cases"):
        assert browser.generic(method, address).status_code in (403, 405), address


def test_behind_https_the_cookies_are_of_this_host_alone(tmp_path: object) -> None:
    environ = {
        "FAZHI_SECURE": "true", "FAZHI_HOME": str(tmp_path), "FAZHI_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "fazhi.settings", "PYTHONPATH": "src", "PATH": "",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", ASKED], env=environ, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told == {
        "names": ["__Host-sessionid", "__Host-csrftoken"], "secure": True, "path": "/", "domain": "",
        "http_only": True, "same_site": "Lax", "hsts": "max-age=31536000; includeSubDomains",
    }  # fmt: skip
