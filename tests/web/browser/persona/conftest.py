"""What the personas' tests begin with: nobody has tried anything yet."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from fazhi.portal.throttle import COUNTS


@pytest.fixture(autouse=True)
def _nobody_tried_yet() -> Iterator[None]:
    cache.clear()
    COUNTS.clear()
    yield
    cache.clear()
    COUNTS.clear()
