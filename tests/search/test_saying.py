"""Search fields of lists find what is asked for in either script, whatever stands around the words."""

import pytest

from fazhi.cases.models import Case
from fazhi.search.saying import saying
from tests.search.conftest import indexed  # noqa: F401


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("asked", ["修缮 公开", "修繕　公開", "“修繕批復”", "《修缮批复》，公开"])
def test_each_word_in_either_script(asked: str) -> None:
    assert [row.title for row in Case.objects.filter(saying(asked, "title__contains"))] == [
        "紫藤路修缮批复公开"
    ]


@pytest.mark.usefixtures("indexed")
def test_a_title_entered_in_traditional_characters_is_found_as_it_was_typed() -> None:
    Case.objects.filter(title="紫藤路修缮批复公开").update(title="紫藤路修繕")
    assert Case.objects.filter(saying("修繕", "title__contains")).exists()
    assert not Case.objects.filter(saying("修繕 拆除", "title__contains")).exists()
