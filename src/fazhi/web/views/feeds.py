"""stub"""
from fazhi.office.guard import requires, public
from fazhi.office.right import Right
from django.http import HttpResponse
@requires(Right.READ)
def issue(request, code): return HttpResponse("")
revoke = issue
@public("token")
def feed(request, token): return HttpResponse("")
