"""The opinion says everything that was answered, accepted and advised, under numbered heads."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.legality.opinion import Answered, Objection, Opinion
from fazhi.documents.paper import paragraphs

WORDS = st.text(alphabet="甲乙丙丁", min_size=1, max_size=8)
ANSWERED = st.builds(Answered, WORDS, st.sampled_from(["符合", "不符合"]), WORDS, WORDS)
OBJECTIONS = st.lists(st.builds(Objection, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=3).map(tuple)


@given(
    st.lists(ANSWERED, min_size=1, max_size=4).map(tuple), OBJECTIONS, st.lists(WORDS, max_size=2).map(tuple)
)
def test_nothing_of_it_is_lost(
    answers: tuple[Answered, ...], objections: tuple[Objection, ...], advice: tuple[str, ...]
) -> None:
    text = Opinion("草案", (("权限", answers),), objections, advice, "不合法").text
    assert all(one.line in text for one in (*answers, *objections))
    assert all(one in text for one in advice)
    heads = [part.text for part in paragraphs(text) if part.level == 1]
    assert heads == ["一、权限", "二、对条款的意见", "三、法律顾问、公职律师的意见", "四、结论"]


def test_the_risk_of_an_exploratory_reform_is_said() -> None:
    assert Opinion("草案", (), (), (), "探索性改革", "没有上位法").text.endswith("2. 法律风险：没有上位法。")
