"""What a persona comes with: a phone, a desktop, 长者模式, a phone without script, a terminal in a hall."""

from dataclasses import dataclass, field
from typing import Any

import pytest

NARROW = {"width": 390, "height": 844}
HALL = {"width": 1080, "height": 1920}


@dataclass(frozen=True)
class Size:
    """How large the window is, and what its browser is set to."""

    viewport: dict[str, int]
    cookies: dict[str, str] = field(default_factory=dict)
    script: bool = True
    touch: bool = False

    @property
    def options(self) -> dict[str, Any]:
        """For a browser of one's own."""
        return {
            "viewport": self.viewport, "java_script_enabled": self.script, "has_touch": self.touch,
        }  # fmt: skip


SIZES = {
    "phone": Size(NARROW),
    "desktop": Size({"width": 1440, "height": 900}),
    "elder": Size(NARROW, {"elder": "1"}),
    "plain": Size(NARROW, script=False),
    "kiosk": Size(HALL, {"kiosk": "1"}, touch=True),
}


def sized(*names: str) -> pytest.MarkDecorator:
    """Run a test once for each of the sizes."""
    return pytest.mark.parametrize("size", [pytest.param(SIZES[name], id=name) for name in names])


at_the_desk = sized("phone", "desktop", "elder")
at_the_desk_or_without_script = sized("phone", "desktop", "elder", "plain")
in_public = sized("phone", "desktop", "elder", "kiosk")
in_public_or_without_script = sized("phone", "desktop", "elder", "plain", "kiosk")
