"""Two editions side by side: what was kept, amended, moved, added, removed."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.law.article import Article
from fazhi.law.comparison import Kind, compare
from fazhi.law.place import ArticleNumber


def edition(*texts: str) -> list[Article]:
    return [Article(ArticleNumber(n), text) for n, text in enumerate(texts, 1)]


OLD = edition("为了方便居民办事，制定本办法。", "窗口收到材料后五日内答复。", "窗口不得收取费用。")
NEW = edition("为了方便居民办事，制定本办法。", "可以上门服务。", "窗口收到材料后三日内答复。")


def test_an_article_is_recognised_by_its_words_under_another_number() -> None:
    changes = {str(c.new.number): c for c in compare(OLD, NEW) if c.new}
    assert changes["第一条"].kind is Kind.SAME
    assert changes["第二条"].kind is Kind.ADDED
    assert (changes["第三条"].kind, changes["第三条"].renumbered) == (Kind.AMENDED, True)


def test_a_removed_article_is_shown_where_it_stood() -> None:
    removed = compare(OLD, NEW)[-1]
    assert (removed.kind, removed.old) == (Kind.REMOVED, OLD[2])


texts = st.lists(st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=12), max_size=8)


@given(texts, texts)
def test_every_article_of_both_editions_appears_once(old: list[str], new: list[str]) -> None:
    changes = compare(edition(*old), edition(*new))
    assert [c.new for c in changes if c.new] == edition(*new)
    assert sorted(str(c.old) for c in changes if c.old) == sorted(map(str, edition(*old)))


@given(texts, texts)
def test_the_pieces_put_together_are_the_two_texts(old: list[str], new: list[str]) -> None:
    for change in compare(edition(*old), edition(*new)):
        before = "".join(piece.text for piece in change.pieces if piece.kind is not Kind.ADDED)
        after = "".join(piece.text for piece in change.pieces if piece.kind is not Kind.REMOVED)
        assert (before, after) == (
            change.old.text if change.old else "",
            change.new.text if change.new else "",
        )


@given(texts)
def test_an_edition_compared_with_itself_has_no_change(same: list[str]) -> None:
    assert {change.kind for change in compare(edition(*same), edition(*same))} <= {Kind.SAME}
