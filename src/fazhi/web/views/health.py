"""Whether this installation answers and reaches its database, for the operator's monitor."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from fazhi.office.guard import public


@public("a monitor has no log-in; the answer holds no data")
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """``{"database": true}`` with 200, or false with 503."""
    reached = _database_answers()
    return JsonResponse({"database": reached}, status=200 if reached else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
