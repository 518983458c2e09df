"""Machines get what the command line prints; their mistakes come back as problems with our codes."""

import json

import pytest
from django.test import Client
from typer.testing import CliRunner

from fazhi.cli import app

pytestmark = pytest.mark.django_db


def test_a_period_is_what_the_command_line_prints() -> None:
    answer = Client().get("/api/v1/period?from=2024-02-06&count=5&unit=working-day").json()
    command = "law period --from 2024-02-06 --count 5 --unit working-day --json"
    printed = json.loads(CliRunner().invoke(app, command.split()).stdout)
    assert answer == printed | {"rule": None}


def test_a_rule_comes_with_its_answer() -> None:
    answer = Client().get("/api/v1/period?from=2024-02-06&rule=recon-review-5wd").json()
    assert answer["last_day"] == "2024-02-19"
    assert answer["rule"]["basis"]["citation"] == "《行政复议法》第三十条第一款"


def test_mistakes_are_a_problem_with_every_parameter_named() -> None:
    response = Client().get("/api/v1/period?from=2024-02-30&count=-1&unit=w")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["code"] == "law.E105"
    named = {error["parameter"]: error["code"] for error in problem["errors"]}
    assert named == {"from": "law.E105", "count": "law.E108", "unit": "law.E109"}


def test_chinese_is_written_as_chinese() -> None:
    assert "工作日" in Client().get("/api/v1/rules?q=补正").content.decode()


def test_rules_are_found_by_their_words() -> None:
    found = Client().get("/api/v1/rules?q=补正 行政复议法").json()
    assert found["count"] == len(found["rules"]) > 1
    assert all("补正" in rule["says"] + rule["starts_on"] for rule in found["rules"])
    assert Client().get("/api/v1/rules").json()["count"] > 200


def test_nothing_is_written_by_the_interface() -> None:
    assert Client().post("/api/v1/period").status_code == 405
