"""Rows put back are those that actions left; where anything else was written, the actions are performed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection, transaction

from tests import pristine
from tests.layers import Layers, contents


@dataclass
class Founding:
    """An action that counts how often it is performed."""

    times: int = 0
    layers: Layers = field(default_factory=Layers)

    def lay(self) -> Group:
        made: Group = self.layers.lay("甲", self.perform)
        return made

    def perform(self) -> Group:
        self.times += 1
        return Group.objects.create(name="甲")


@pytest.fixture
def founding() -> Iterator[Founding]:
    """The action, performed in a test that is over."""
    one = Founding()
    with connection.execute_wrapper(one.layers):
        with transaction.atomic():
            one.lay()
            transaction.set_rollback(True)
        one.layers.begin()
        yield one


@pytest.mark.django_db
def test_an_action_is_performed_once_and_its_rows_are_put_back(founding: Founding) -> None:
    assert not Group.objects.exists()
    given = founding.lay()
    assert founding.times == 1
    assert list(Group.objects.values_list("pk", "name")) == [(given.pk, "甲")]
    assert Group.objects.create(name="乙").pk > given.pk


@pytest.mark.django_db
def test_on_other_rows_it_is_performed_again(founding: Founding) -> None:
    Group.objects.create(name="乙")
    founding.lay()
    assert founding.times == 2
    assert Group.objects.count() == 2


@pytest.mark.django_db
def test_an_action_that_changes_what_it_stands_on_makes_no_layer(founding: Founding) -> None:
    founding.lay()
    with pytest.raises(AssertionError, match="changes rows"):
        founding.layers.lay("乙", lambda: Group.objects.update(name="乙"))


@pytest.mark.django_db(transaction=True)
def test_the_database_comes_back_as_it_was() -> None:
    before = {table: sorted(rows, key=repr) for table, rows in contents().items()}
    back = pristine.keep()
    Group.objects.create(name="甲")
    Permission.objects.all().delete()
    back()
    assert {table: sorted(rows, key=repr) for table, rows in contents().items()} == before
