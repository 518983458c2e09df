"""stub"""
from fazhi.office.guard import requires
from fazhi.office.right import Right
from django.http import HttpResponse
@requires(Right.READ)
def xlsx(request, pk): return HttpResponse("")
docx = xlsx
