"""Bring a district's offices to what its pack says; a second run changes nothing."""

from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction

from fazhi.office.models import Alias, Appointment, Group, Membership, Organ, Person, Post, Qualification
from fazhi.office.models.organ import GroupAlias
from fazhi.office.pack import GroupEntry, OfficePack, OrganEntry, PersonEntry


@transaction.atomic
def establish(pack: OfficePack, since: date) -> None:
    """Organs, group words and posts of a pack; memberships and appointments hold from ``since``."""
    organs = {entry.code: _organ(entry) for entry in pack.organs}
    for group in pack.groups:
        _group(group, [organs[o.code] for o in pack.organs if group.holds(o)], since)
    for person in pack.people:
        _person(person, organs[person.organ], since)


def _organ(entry: OrganEntry) -> Organ:
    values = entry.model_dump(exclude={"code", "aliases"})
    organ, _ = Organ.objects.update_or_create(code=entry.code, defaults=values)
    for text in entry.aliases:
        Alias.objects.update_or_create(text=text, defaults={"organ": organ})
    return organ


def _group(entry: GroupEntry, members: list[Organ], since: date) -> None:
    group, _ = Group.objects.update_or_create(name=entry.name, defaults={"narrow": entry.narrow})
    for text in entry.aliases:
        GroupAlias.objects.update_or_create(text=text, defaults={"group": group})
    held = set(Membership.objects.filter(group=group).values_list("organ_id", flat=True))
    new = [organ for organ in members if organ.pk not in held]
    Membership.objects.bulk_create(Membership(group=group, organ=organ, since=since) for organ in new)


def _person(entry: PersonEntry, organ: Organ, since: date) -> None:
    person = Person.objects.filter(user__username=entry.login).first()
    if person is None:
        user = get_user_model().objects.create_user(entry.login)
        person = Person.objects.create(user=user, name=entry.name, demo=entry.demo)
    for title in (entry.title, *entry.posts):
        post, _ = Post.objects.get_or_create(organ=organ, title=title, defaults={"role": entry.role})
        Appointment.objects.get_or_create(person=person, post=post, defaults={"since": since})
    for name in entry.qualifications:
        Qualification.objects.get_or_create(person=person, name=name, defaults={"since": since})
