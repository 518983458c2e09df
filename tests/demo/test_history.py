"""A demo holds the past of the day on which it is loaded, and nothing of its future."""

import pytest

from fazhi.demo.load import load
from fazhi.duties.models import Step
from tests.conftest import at


@pytest.mark.django_db
def test_a_demo_loaded_during_the_term_holds_only_what_has_happened() -> None:
    load(at(2024, 7, 1))
    assert Step.objects.exists()
    assert not Step.objects.filter(at__gt=at(2024, 7, 1)).exists()
