"""The account of an organ's counter on the internet: it records what comes in, and nobody logs in with it."""

from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Q

from fazhi.office.models import Appointment, Organ, Person, Post, Role

NAME = "网上受理"
LOGIN = "counter-"
IS_COUNTER = Q(user__username__startswith=LOGIN)
"""Of a person: no human being, who could take a task or a post."""


def staff(organ: Organ, title: str, since: date, *, demo: bool) -> Person:
    """The counter's account, in the post that keeps records for parties; a second call changes nothing."""
    login = f"{LOGIN}{organ.code}"
    person = Person.objects.filter(user__username=login).first()
    if person is None:
        user = get_user_model().objects.create_user(login)
        name = f"演示·{NAME}" if demo else NAME
        person = Person.objects.create(user=user, name=name, demo=demo)
    post, _ = Post.objects.get_or_create(organ=organ, title=title, defaults={"role": Role.CLERK})
    Appointment.objects.get_or_create(person=person, post=post, defaults={"since": since})
    return person
