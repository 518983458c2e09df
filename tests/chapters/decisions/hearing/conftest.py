"""The department that drafts."""

import pytest

from tests.chapters.decisions.consultation import people


@pytest.fixture
def offices(db: None) -> None:
    people.establish_all()
