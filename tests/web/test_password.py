"""A person changes the own password, and only by proving to know the old one."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.web.page import text

OLD, NEW = "旧口令-2026-甲", "新口令-2026-乙丙丁"


def changed(client: Client, **more: str) -> int:
    user = get_user_model().objects.get(username="clerk")
    user.set_password(OLD)
    user.save()
    client.force_login(user)
    values = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW} | more
    return client.post("/password", values).status_code


def test_with_the_old_password_a_new_one_holds_at_once(clerk: Client) -> None:
    assert changed(clerk) == 302
    assert get_user_model().objects.get(username="clerk").check_password(NEW)
    assert "密码已修改" in clerk.get("/").content.decode()


def test_without_the_old_password_or_with_a_weak_one_nothing_changes(clerk: Client) -> None:
    assert changed(clerk, old_password="不对") == 400
    assert changed(clerk, new_password1="12345", new_password2="12345") == 400
    assert get_user_model().objects.get(username="clerk").check_password(OLD)


def test_the_length_is_bounded_and_common_ones_and_the_old_one_are_refused(clerk: Client) -> None:
    for weak in ("十一个字的口令还差一", "五个　　  字    的", "甲" * 129, "qwertyuiop12", OLD):
        assert changed(clerk, new_password1=weak, new_password2=weak) == 400, weak
    long = "可以很长 🙂 有空格" * 12
    assert len(long) <= 128
    assert changed(clerk, new_password1=long, new_password2=long) == 302


def test_no_kind_of_sign_is_demanded(clerk: Client) -> None:
    assert changed(clerk, new_password1="829417365047", new_password2="829417365047") == 302


@pytest.mark.usefixtures("personas")
def test_a_password_that_became_common_opens_only_its_replacement(clerk: Client) -> None:
    user = get_user_model().objects.get(username="clerk")
    user.set_password("qwertyuiop12")
    user.save()
    browser = Client()
    browser.post("/login", {"username": "clerk", "password": "qwertyuiop12"})
    assert browser.get("/duties")["Location"] == "/password"
    assert "人人都会先猜" in text(browser.get("/password"))


def test_passwords_can_be_looked_at_and_a_new_one_is_measured(clerk: Client) -> None:
    for page in (clerk.get("/password").content.decode(), Client().get("/login").content.decode()):
        assert re.search(
            r'data-look hidden><input type="checkbox" id="look"><label for="look">显示输入内容', page
        )
        assert re.search(r'<script src="[^"]*password\.js" defer>', page)
    assert '<meter id="strength"' in clerk.get("/password").content.decode()


def test_the_form_is_for_people_with_a_post(stranger: Client) -> None:
    assert stranger.get("/password").status_code == 403
    assert Client().get("/password").status_code == 302


def test_the_page_is_reached_from_every_desk_page(clerk: Client) -> None:
    assert 'href="/password"' in clerk.get("/duties").content.decode()
    assert "修改密码" in text(clerk.get("/password"))
