"""The department that drafts."""

import pytest

from fazhi.chapters.decisions.consultation.models import Consultation
from tests.chapters.decisions.consultation import people


@pytest.fixture
def offices(db: None) -> None:
    people.establish_all()


@pytest.fixture
def consultation(offices: None) -> Consultation:
    """A consultation on a normative document, open from 4 March to 3 April 2026."""
    return people.opened()
