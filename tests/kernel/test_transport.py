"""What leaves this machine in clear is refused at start, by the name of the setting that would do so."""

import pytest

from fazhi import config
from fazhi.cli import postgres
from fazhi.fault import Fault

FAR = "postgresql://fazhi:a%40b@db.example:5433/fazhi"
SEALED = f"{FAR}?sslmode=verify-full&sslrootcert=/etc/fazhi/ca.pem"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FAZHI_DATABASE", FAR),
        ("FAZHI_DATABASE", f"{FAR}?sslmode=require"),
        ("FAZHI_DATABASE", "postgresql:///fazhi?host=10.1.2.3"),
        ("FAZHI_DATABASE", f"{SEALED}&options=-csession_replication_role=replica"),
        ("FAZHI_DATABASE", f"mysql{SEALED.removeprefix('postgresql')}"),
        ("FAZHI_MAIL", "smtp://fazhi:secret@mail.example"),
        ("FAZHI_MAIL", "smtp://10.1.2.3:25"),
        ("FAZHI_MAIL", "lmtp://127.0.0.1"),
        ("FAZHI_PLAIN", "database,everything"),
        ("FAZHI_WEBHOOK_HOSTS", "https://hook.example.org/path"),
        ("FAZHI_WEBHOOK_HOSTS", "*.example.org"),
    ],
)
def test_a_line_in_clear_or_nonsense_is_refused(name: str, value: str) -> None:
    with pytest.raises(Fault, match=r"config\.E001") as refused:
        config.read({name: value})
    assert name in refused.value.wrong


@pytest.mark.parametrize(
    "given",
    [
        {"FAZHI_DATABASE": SEALED},
        {"FAZHI_DATABASE": FAR, "FAZHI_PLAIN": "database"},
        {"FAZHI_DATABASE": "postgresql://fazhi@[::1]/fazhi"},
        {"FAZHI_DATABASE": "postgresql:///fazhi?host=/run/postgresql"},
        {"FAZHI_MAIL": "smtp://localhost"},
        {"FAZHI_MAIL": "smtps://mail.example"},
        {"FAZHI_MAIL": "smtp://mail.example", "FAZHI_PLAIN": "mail, database"},
    ],
)
def test_what_is_sealed_stays_here_or_is_let_go_by_name_is_taken(given: dict[str, str]) -> None:
    assert config.read(given)


def test_leave_for_one_line_is_none_for_the_other() -> None:
    with pytest.raises(Fault, match="FAZHI_MAIL"):
        config.read({"FAZHI_MAIL": "smtp://mail.example", "FAZHI_PLAIN": "database"})


def test_the_database_is_asked_for_its_certificate() -> None:
    entry = config.database(config.read({"FAZHI_DATABASE": SEALED}))
    options = entry["OPTIONS"]
    assert isinstance(options, dict)
    assert (entry["HOST"], entry["PORT"], entry["PASSWORD"]) == ("db.example", "5433", "a@b")
    assert (options["sslmode"], options["sslrootcert"]) == ("verify-full", "/etc/fazhi/ca.pem")


def test_backups_ask_for_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    entry = config.database(config.read({"FAZHI_DATABASE": SEALED}))
    for name in entry.keys() & {"HOST", "OPTIONS"}:
        monkeypatch.setitem(connection.settings_dict, name, entry[name])
    given = postgres._environ()
    assert (given["PGSSLMODE"], given["PGSSLROOTCERT"]) == ("verify-full", "/etc/fazhi/ca.pem")


@pytest.mark.parametrize(
    ("value", "port", "ssl", "starttls"),
    [
        ("smtps://mail.example", 465, True, False),
        ("smtp+starttls://mail.example", 587, False, True),
        ("smtp://127.0.0.1", 25, False, False),
    ],
)
def test_mail_is_sealed_as_its_address_says(value: str, port: int, ssl: bool, starttls: bool) -> None:
    entry = config.mail(config.read({"FAZHI_MAIL": value}))
    assert (entry["EMAIL_PORT"], entry["EMAIL_USE_SSL"], entry["EMAIL_USE_TLS"]) == (port, ssl, starttls)


@pytest.mark.parametrize("hosts", ["*", "", " , ", "fazhi.example.org/x", "a b"])
def test_no_request_chooses_the_host_that_papers_bear(hosts: str) -> None:
    with pytest.raises(Fault, match="FAZHI_HOSTS"):
        config.read({"FAZHI_HOSTS": hosts})


def test_names_and_addresses_are_hosts() -> None:
    given = "fazhi.example.org, .example.org,10.1.2.3,[::1],localhost"
    assert len(config.read({"FAZHI_HOSTS": given}).hosts) == 5
