"""Whether work that failed is still to wait: read from the journal, so that a restart does not forget it."""

from datetime import datetime

from django.utils import timezone

from fazhi.notices.models import Failure


def waiting(work: str, at: datetime) -> bool:
    """Whether an attempt of this day failed and its next one has not come; a new day begins afresh."""
    return Failure.objects.filter(work=work, day=timezone.localdate(at), retry_at__gt=at).exists()
