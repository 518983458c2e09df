"""A district's offices as a pack writes them, refused at load with the place where it is wrong."""

from datetime import date
from pathlib import Path
from typing import Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from fazhi import misfit
from fazhi.fault import Fault
from fazhi.office.models import Organ, Role

PACKS = Path(__file__).parents[1] / "packs"
FOUNDED = date(1949, 10, 1)


class Entry(BaseModel):
    """A part of a pack; a key nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganEntry(Entry):
    """An organ with every name that documents use for it."""

    code: str = Field(pattern=r"^[a-z0-9-]+$", max_length=40)
    name: str = Field(min_length=1, max_length=60)
    full_name: str = Field(min_length=1, max_length=120)
    kind: Organ.Kind
    aliases: tuple[str, ...] = ()
    since: date = FOUNDED
    until: date | None = None


class GroupEntry(Entry):
    """A group word: all organs of these kinds and these single organs."""

    name: str = Field(min_length=1, max_length=60)
    narrow: bool = False
    kinds: tuple[Organ.Kind, ...] = ()
    organs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def holds(self, organ: OrganEntry) -> bool:
        """Whether the words stand for this organ, too."""
        return organ.kind in self.kinds or organ.code in self.organs


class PersonEntry(Entry):
    """A person with the posts held in one organ; ``shown`` names the log-in on the demo's screen."""

    login: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str = Field(min_length=1)
    organ: str
    role: Role
    title: str
    posts: tuple[str, ...] = ()
    """Further posts in the organ, by the names that procedures give them (执法人员)."""
    qualifications: tuple[str, ...] = ()
    """What the person is qualified for, by the names that procedures give it (行政执法资格)."""
    demo: bool
    shown: str = ""

    @model_validator(mode="after")
    def _demo_people_say_so(self) -> Self:
        if self.demo != self.name.startswith("演示·"):
            raise ValueError("演示人员的姓名须以“演示·”开头，其他人员不得如此")
        return self


class OfficePack(Entry):
    """The offices of a district: organs, group words, people."""

    district: str
    organs: tuple[OrganEntry, ...]
    groups: tuple[GroupEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()

    @model_validator(mode="after")
    def _each_name_means_one_thing(self) -> Self:
        organs = [name for organ in self.organs for name in (organ.name, *organ.aliases)]
        names = organs + [name for group in self.groups for name in (group.name, *group.aliases)]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"名称重复：{'、'.join(doubled)}")
        return self

    @model_validator(mode="after")
    def _each_post_has_one_role(self) -> Self:
        posts = {(p.organ, title, p.role) for p in self.people for title in (p.title, *p.posts)}
        titles = [(organ, title) for organ, title, _ in posts]
        if doubled := sorted({f"{o}的{t}" for o, t in titles if titles.count((o, t)) > 1}):
            raise ValueError(f"同一岗位不能有两种职责：{'、'.join(doubled)}")
        return self

    @model_validator(mode="after")
    def _every_code_is_known(self) -> Self:
        codes = {organ.code for organ in self.organs}
        used = {c for group in self.groups for c in group.organs} | {p.organ for p in self.people}
        if unknown := sorted(used - codes):
            raise ValueError(f"机构代码不存在：{'、'.join(unknown)}")
        return self


Pack = TypeVar("Pack", bound=BaseModel)


def load(path: Path, kind: type[Pack]) -> Pack:
    """A pack file as its model; a ``Fault`` names the file and the place that is wrong."""
    try:
        return kind.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except OSError:
        raise Fault("pack.E001", f"规则包文件不存在：{path}", "请检查规则包路径") from None
    except yaml.YAMLError as error:
        raise Fault("pack.E002", f"{path.name} 不是有效的 YAML：{_place(error)}", "请改正该处") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "全文"
        raise Fault("pack.E003", f"{path.name} 的 {place} 无效：{misfit.told(first)}", "请改正该处") from None


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"第{mark.line + 1}行" if mark else str(error)
