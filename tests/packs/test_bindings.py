"""What a duty is bound to exists, and its target is one that the figures can reach."""

from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.packs import bindings
from tests.packs.writing import pack

ENTRY = '{id: one, measure: "13", duty: [备案], indicators: [INDICATORS], TARGET}'
UNIT = "id: NAME\ntitle: 示例比例\nsays: 示例的比例。\nmeasure: '13.1'\noutline: 六、13\n"
COUNTED = "unit: WHAT\nbetter: more\npopulation: {cases: [major-decision], by: {act: submit}}\n"
PART = "numerator: {done: review}\n"
CASES = {
    "share": ("share", "at_least: 100, computable: true", ""),
    "no indicator": ("shares", "at_least: 100", "没有指标“shares”"),
    "no target": ("share", "computable: true", "须写目标"),
    "two units": ("share, number", "at_least: 100", "同一单位"),
}


@pytest.mark.parametrize(("named", "target", "wrong"), CASES.values(), ids=CASES)
def test_a_binding_is_checked_against_its_indicators(
    tmp_path: Path, named: str, target: str, wrong: str
) -> None:
    def indicator(name: str, unit: str) -> str:
        return UNIT.replace("NAME", name) + COUNTED.replace("WHAT", unit)

    folder = pack(
        tmp_path,
        "cn",
        indicators__share=indicator("share", "ratio") + PART,
        indicators__number=indicator("number", "count"),
        bindings=f"- {ENTRY.replace('INDICATORS', named).replace('TARGET', target)}\n",
    )
    if wrong:
        with pytest.raises(Fault, match=wrong):
            bindings.of(folder)
    else:
        (one,) = bindings.of(folder)
        assert one.fits("13", "规范性文件备案")
        assert not one.fits("13", "清理")
        assert not one.fits("14", "备案")
