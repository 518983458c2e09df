"""The pictures that the documentation shows, as ``pictures.yaml`` lists them."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from fazhi.fault import Fault

LIST = Path(__file__).with_name("pictures.yaml")
SIZES = {"desk": (1440, 900), "phone": (390, 844)}


class Picture(BaseModel):
    """One picture: who looks, how they come to the page, and at what size."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z0-9-]+$")
    who: str = ""
    """A log-in of the demo; empty for a visitor, ``citizen`` for the public's own log-in."""
    way: tuple[str, ...] = Field(min_length=1)
    """An address, then patterns of ``HREF WORDS``: the first link on the page that matches is followed."""
    size: Literal["desk", "phone"] = "desk"
    height: int = Field(default=0, ge=0, le=2400)
    """Of the window in pixels, where the picture is not as high as a screen."""
    modes: dict[str, str] = Field(default_factory=dict)
    """Cookies of the display: ``elder``, ``theme``, ``language``."""
    steps: tuple[tuple[str, ...], ...] = ()
    """What is done there: ``[click, SELECTOR]``, ``[fill, SELECTOR, TEXT]``, ``[to, SELECTOR]``."""
    paper: bool = False
    """The first sheet of A4 as it is printed."""

    def window(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = SIZES[self.size]
        return width, self.height or height


def listed() -> tuple[Picture, ...]:
    """The pictures of the documentation."""
    return tuple(Picture.model_validate(one) for one in yaml.safe_load(LIST.read_text("utf-8"))["pictures"])


def chosen(names: list[str]) -> list[Picture]:
    """Those named, or all; ``Fault`` pictures.E001 for a name that is not listed."""
    known = {picture.name: picture for picture in listed()}
    if unknown := sorted(set(names) - set(known)):
        raise Fault("pictures.E001", f"没有名为 {'、'.join(unknown)} 的图", "名称见 tools/pictures.yaml")
    return [known[name] for name in names or known]
