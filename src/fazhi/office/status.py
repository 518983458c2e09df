"""The HTTP status of a refusal: one table for pages and for the programming interface."""

from fazhi.fault import Fault

STATUSES = {
    401: {"api.E401"},
    403: {
        "api.E403",
        "cases.E024",
        "cases.E080",
        "identity.E020",
        "identity.E021",
        "office.E001",
        "office.E002",
        "web.E060",
    },
    404: {
        "api.E404",
        "cases.E001",
        "cases.E064",
        "cases.E067",
        "cases.E404",
        "citation.E002",
        "consultation.E404",
        "hearing.E404",
        "duties.E040",
        "documents.E030",
        "documents.E404",
        "identity.E003",
        "identity.E033",
        "library.E404",
        "indicators.E404",
        "office.E017",
        "portal.E025",
        "portal.E404",
        "registers.E050",
        "registers.E051",
    },
    405: {"api.E405"},
    409: {
        "cases.E019",
        "cases.E029",
        "cases.E079",
        "cases.E081",
        "archive.E409",
        "cases.E409",
        "consultation.E409",
        "documents.E409",
        "duties.E409",
        "indicators.E409",
        "hearing.E409",
        "legality.E002",
        "legality.E004",
        "legality.E409",
        "portal.E010",
        "portal.E011",
        "portal.E024",
        "library.E013",
        "library.E040",
        "library.E409",
        "registers.E409",
        "validity.E042",
        "validity.E409",
    },
    410: {"portal.E410"},
    412: {"api.E412"},
    413: {"cases.E012", "api.E413"},
    428: {"api.E428"},
    429: {
        "api.E429",
        "consultation.E429",
        "documents.E058",
        "identity.E001",
        "identity.E007",
        "identity.E035",
        "portal.E429",
        "web.E061",
    },
    500: {"api.E500", "identity.E018", "ledger.E010"},
}
STATUS = {code: status for status, codes in STATUSES.items() for code in codes}


def status_of(fault: Fault) -> int:
    """No log-in 401, no right 403, no such thing 404, moved meanwhile 409, too big 413, otherwise 400.

    >>> status_of(Fault("office.E001", "", "")), status_of(Fault("outline.E001", "", ""))
    (403, 400)
    """
    return STATUS.get(fault.code, 400)
