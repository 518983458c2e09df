"""The addresses of cases: the list, the desk of one case, its acts, ties, papers and erasures."""

from django.urls import path

from fazhi.web.views import case, cases, drafting, erasure, joinder, severance

ADDRESSES = (
    path("cases", cases.cases, name="cases"),
    path("cases/new", cases.procedures, name="case-procedures"),
    path("cases/new/<slug:procedure>", cases.new, name="case-new"),
    path("cases/<int:pk>", case.case, name="case"),
    path("cases/<int:pk>/clocks/<slug:name>", case.clock, name="case-clock"),
    path("cases/<int:pk>/acts/<slug:name>", case.act, name="case-act"),
    path("cases/<int:pk>/acts/<slug:name>/papers", drafting.drafting, name="drafting"),
    path("cases/<int:pk>/join/<slug:name>", joinder.join, name="case-join"),
    path("cases/<int:pk>/sever/<slug:name>", severance.sever, name="case-sever"),
    path("cases/<int:pk>/parties/<int:party>", case.look, name="case-look"),
    path("cases/<int:pk>/erasure", erasure.erasure, name="erasure"),
    path("cases/<int:pk>/erasure/propose", erasure.propose, name="erasure-propose"),
    path("cases/<int:pk>/erasure/<int:erasure>", erasure.rule, name="erasure-rule"),
    path("erasures", erasure.erasures, name="erasures"),
    path("cases/<int:pk>/people", case.engage, name="case-engage"),
    path("cases/<int:pk>/papers/<int:paper>", case.paper, name="case-paper"),
    path("cases/<int:pk>/picture.svg", case.picture, name="case-picture"),
)
