"""``secret.key`` is replaced while people work: nobody sets up a second factor or an account anew."""

import json
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.test import Client
from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.config import Config, secret_keys
from fazhi.fault import Fault
from fazhi.identity import secret_key
from fazhi.identity.sealing import sealer
from fazhi.portal.actions import enrol
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.models import Account
from tests.conftest import at
from tests.identity.conftest import PASSWORD, entered, try_to_enter
from tests.identity.test_factors import code, set_up

SOMEBODY = Contact(Kind.PHONE, "13800000001")


@pytest.fixture
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    started(settings, tmp_path)
    return tmp_path


def started(settings: LazySettings, home: Path) -> None:
    """A service that was started just now."""
    settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS = secret_keys(Config(home=home))


def run(*words: str) -> dict[str, Any]:
    done: dict[str, Any] = json.loads(CliRunner().invoke(app, ["office", "secret", *words, "--json"]).stdout)
    return done


@pytest.mark.usefixtures("personas")
def test_a_new_key_leaves_log_ins_factors_and_accounts_and_the_old_one_can_go(
    settings: LazySettings, home: Path
) -> None:
    browser = entered("clerk")
    secret = set_up(browser)
    account = enrol(SOMEBODY, at(2026, 1, 5))
    old = settings.SECRET_KEY
    file = Path(run("new")["earlier"])
    assert (file.name, file.read_text("utf-8"), file.stat().st_mode & 0o777) == (
        "secret-0001.key",
        old,
        0o600,
    )
    started(settings, home)
    assert settings.SECRET_KEY not in ("", old)
    assert browser.get("/account/sessions").status_code == 200
    assert enrol(SOMEBODY, at(2026, 1, 6)).pk == account.pk
    assert run("reseal") == {"factors": 2, "accounts": 1}
    assert run("reseal")["accounts"] == 0
    file.unlink()
    started(settings, home)
    assert settings.SECRET_KEY_FALLBACKS == []
    assert browser.get("/account/sessions").status_code == 200
    again = Client()
    try_to_enter(again, "clerk", PASSWORD)
    assert again.post("/login/second", {"code": code(secret)})["Location"] == "/"
    assert enrol(SOMEBODY, at(2026, 1, 7)).pk == account.pk
    assert Account.objects.count() == 1


@pytest.mark.usefixtures("personas")
def test_where_one_factor_opens_with_no_key_nothing_is_changed(settings: LazySettings, home: Path) -> None:
    set_up(entered("clerk"))
    before = {row.pk: row.data for row in Authenticator.objects.all()}
    secret_key.renew().unlink()
    started(settings, home)
    done = CliRunner().invoke(app, ["office", "secret", "reseal"])
    assert isinstance(done.exception, Fault)
    assert done.exception.code == "identity.E013"
    assert {row.pk: row.data for row in Authenticator.objects.all()} == before


def test_each_earlier_key_keeps_a_file_of_its_own_and_still_opens(settings: LazySettings, home: Path) -> None:
    first = sealer().encrypt(b"first")
    assert [secret_key.renew().name for _ in range(2)] == ["secret-0001.key", "secret-0002.key"]
    started(settings, home)
    assert len({settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS}) == 3
    assert sealer().decrypt(first) == b"first"


def test_a_key_that_is_handed_over_is_replaced_where_it_is_kept(settings: LazySettings, home: Path) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"secrets": home})
    with pytest.raises(Fault, match=r"identity\.E019"):
        secret_key.renew()
