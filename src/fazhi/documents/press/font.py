"""Which of the type faces that GB/T 9704—2012 asks for a machine has; none is bundled and none is fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "AR PL UMing CN")
LAST = (
    "SimSun-ExtB",
    "FangSong-ExtB",
    "KaiTi-ExtB",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Droid Sans Fallback",
)
FACES: dict[str, tuple[str, ...]] = {
    "mark": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "华文中宋", *SONG, *LAST),
    "body": (
        "FangSong_GB2312",
        "仿宋_GB2312",
        "FangSong",
        "仿宋",
        "STFangsong",
        "FandolFang R",
        *SONG,
        *LAST,
    ),
    "kai": (
        "KaiTi_GB2312",
        "楷体_GB2312",
        "KaiTi",
        "楷体",
        "STKaiti",
        "AR PL UKai CN",
        "LXGW WenKai",
        *SONG,
        *LAST,
    ),
    "hei": ("SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", *SONG, *LAST),
    "song": ("SimSun", "宋体", "STSong", *SONG, *LAST),
}
"""For each use its face first (小标宋 7.2.4, 7.3.1; 仿宋 5.2.2; 楷体, 黑体 7.3.3; 宋体 7.5), then others.

Another face is told by the warning documents.W002: such a paper can be read, in other type than the
standard's."""
WANTED = {"mark": 4, "body": 6, "kai": 5, "hei": 5, "song": 5}
"""How many names at the front of each list are the face itself, by another name or in another cut."""
WORD = {"mark": "方正小标宋简体", "body": "仿宋_GB2312", "kai": "楷体_GB2312", "hei": "黑体", "song": "宋体"}
"""The names by which Word files ask for them."""
CHINESE = {"mark": "小标宋体", "body": "仿宋体", "kai": "楷体", "hei": "黑体", "song": "宋体"}


@dataclass(frozen=True, eq=False)
class Cabinet:
    """The fonts of a machine by family, in the folders that were looked through."""

    fonts: typst.Fonts
    families: dict[str, tuple[Path, int]]

    def chosen(self, use: str) -> tuple[str, ...]:
        """The families of this machine that serve a use, the best first."""
        return tuple(family for family in FACES[use] if family in self.families)

    def substitutes(self) -> tuple[str, ...]:
        """Uses whose own face is not there, in Chinese."""
        missing = (use for use in FACES if not set(self.families) & set(FACES[use][: WANTED[use]]))
        return tuple(CHINESE[use] for use in missing)

    def lacking(self, needed: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
        """Characters for which no family of their use has a glyph."""
        return tuple(
            sorted({c for use, characters in needed.items() for c in self._lacking(use, characters)})
        )

    def _lacking(self, use: str, characters: frozenset[str]) -> set[str]:
        points = {ord(c) for c in characters}
        for family in self.chosen(use):
            points -= _coverage(*self.families[family])
        return set(map(chr, points))


@lru_cache(maxsize=8)
def cabinet(folder: Path | None = None, system: bool = True) -> Cabinet:
    """The system's fonts and those in a configured folder; read once, since a scan takes a second."""
    paths = [folder] if folder else []
    fonts = typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=paths)
    known = ((font.family, font.weight, font.path, font.index) for font in fonts.fonts() if font.path)
    ordered = sorted(known, key=lambda font: abs(font[1] - 400), reverse=True)
    return Cabinet(fonts, {family: (Path(str(path)), index) for family, _, path, index in ordered})


@lru_cache(maxsize=32)
def _coverage(path: Path, index: int) -> frozenset[int]:
    """Code points for which a font has a glyph."""
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
