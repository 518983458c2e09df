"""What no text can show is asked of the office that knows, and nothing is guessed in its place."""

import pytest

from tests.chapters.decisions.review.cases import reviewed

WHOLE = """某区餐饮服务管理办法

第一条 根据《示例省餐饮条例》，制定本办法，与《某区餐饮服务管理办法》实施细则一并施行。
第二条 餐饮企业应当公示证照。
第三条 本办法自2026年12月1日起施行，有效期八年。
"""


def questions(text: str) -> str:
    return "\n".join(f"{q.text}（{q.who}）{q.article}" for q in reviewed(text).questions)


@pytest.mark.parametrize(
    "asked",
    [
        "有效期的长短是否合于现行规定（现行条文尚未核实）（区司法局）",
        "没有写明由谁解释，是否需要写明（起草单位）",
        "没有写明制定机关",
        "是否已作公平竞争审查，结论如何（区市场监督管理局）公平竞争审查条例第二条",
        "公开征求意见不少于30日并反馈采纳情况（起草单位）优化营商环境条例第六十二条第二款",
        "是否需要为市场主体留出适应调整期",
    ],
)
def test_a_document_on_firms_raises_its_questions(asked: str) -> None:
    assert asked in questions(WHOLE)
    assert reviewed(WHOLE).findings == ()


def test_unknown_statutes_are_asked_about_once_and_the_document_itself_is_not() -> None:
    asked = questions(WHOLE + "第四条 依照《示例省餐饮条例》第九条办理。")
    assert asked.count("《示例省餐饮条例》") == 1
    assert "《某区餐饮服务管理办法》" not in asked


def test_a_plan_is_asked_whether_it_is_a_normative_document() -> None:
    assert "可能不属于行政规范性文件" in questions("某区绿化工作方案\n\n一、目的\n二、措施")


def test_accessibility_brings_in_disabled_and_old_people() -> None:
    text = WHOLE.replace("公示证照", "配备无障碍设施")
    assert "是否已征求残疾人、老年人代表及其组织的意见（起草单位）无障碍环境建设法第九条" in questions(text)


def test_a_passage_raises_no_questions_of_form() -> None:
    assert questions("第二条 区城管委负责清扫道路。") == ""
