"""What is wrong with a plan is found before it is published: afterwards only a new draw could mend it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from fazhi.draw.candidate import Candidate
from fazhi.draw.plan import Plan, Rule
from fazhi.draw.quota import Quota
from fazhi.draw.team import Team
from fazhi.fault import Fault

RECUSAL = "行政处罚法第四十三条"


def examine(plan: Plan) -> None:
    """Refuse, with a ``Fault``, a plan that could not be drawn or whose draw would prove nothing."""
    _differ((c.id for c in plan.candidates), "候选")
    _differ((o.id for o in plan.officers), "人员")
    _differ((c.party for c in plan.commitments), "参与方")
    _differ((f"{q.task}/{q.stratum}" for q in plan.quotas), "名额")
    _differ((t.task for t in plan.teams), "派员要求")
    _examine_seed(plan)
    _examine_strata(plan)
    _examine_officers(plan)
    members = plan.members()
    for quota, those in members.items():
        _examine_quota(quota, len(those))
    for team in plan.teams:
        _examine_team(plan, team, members)


def _differ(names: Iterable[str], noun: str) -> None:
    """Names that people cannot tell apart are one name: 全角 and 半角, capital and small."""
    seen: set[str] = set()
    for name in names:
        plain = unicodedata.normalize("NFKC", name).casefold()
        if plain in seen:
            raise Fault("draw.E010", f"{noun} {name} 重复", "请删去重复的一项；全角半角、大小写不同也算重复")
        seen.add(plain)


def _examine_seed(plan: Plan) -> None:
    """One party who alone makes the seed could try secrets until the result suits."""
    if len(plan.commitments) < (1 if plan.beacon else 2):
        remedy = "请至少由两方各交一份承诺，或在一方承诺之外指定日后公布的公开值"
        raise Fault("draw.E011", "种子只由一方决定，结果可以事先挑选", remedy)
    if plan.beacon and plan.beacon.date <= plan.date:
        wrong = f"公开值的日期 {plan.beacon.date} 不晚于承诺公布日 {plan.date}"
        raise Fault("draw.E012", wrong, "请指定承诺公布之后的日期，否则公布时已能算出结果")
    if any(not c.digest.startswith(f"{plan.algorithm}:") for c in plan.commitments):
        raise Fault("draw.E013", f"有承诺不是用 {plan.algorithm} 作出的", "请各方用同一算法重新作出承诺")


def _examine_strata(plan: Plan) -> None:
    quotas = plan.by_stratum()
    for each in plan.candidates:
        known = {q.task for q in quotas.get(each.stratum, ())}
        if not known or not known.issuperset(each.tasks):
            raise _unknown(each)
        if plan.rule is Rule.EQUAL and each.weight != 1:
            wrong = f"候选 {each.id} 有权数，但规则是等概率"
            raise Fault("draw.E015", wrong, "请删去权数，或把 rule 改为 weighted")


def _unknown(each: Candidate) -> Fault:
    tasks = f"（事项 {'、'.join(each.tasks)}）" if each.tasks else ""
    wrong = f"候选 {each.id} 所在的层 {each.stratum}{tasks} 没有名额"
    return Fault("draw.E014", wrong, "请为该层写明名额（可以是 0），或改正层名、事项名")


def _examine_officers(plan: Plan) -> None:
    """A recusal from an object that is not listed is a slip of the pen that would send the recused."""
    known = {c.id for c in plan.candidates}
    for each in plan.officers:
        if unknown := sorted(each.recused.keys() - known):
            wrong = f"人员 {each.id} 回避的对象 {unknown[0]} 不在名单上"
            raise Fault("draw.E019", wrong, "请改正对象编号，或删去这条回避", RECUSAL)
    if plan.officers and not plan.teams:
        raise Fault("draw.E018", "列出了人员，但没有派员要求", "请写明每个对象派几人（teams），或删去人员")


def _examine_quota(quota: Quota, size: int) -> None:
    if quota.number + quota.substitutes > size:
        wrong = (
            f"{quota.stratum} 层{quota.task and f'（{quota.task}）'}要抽 {quota.number} 个、"
            f"备选 {quota.substitutes} 个，可抽的只有 {size} 个"
        )
        raise Fault("draw.E016", wrong, "请减少名额或备选，或核对名单和排除理由")


def _examine_team(plan: Plan, team: Team, members: dict[Quota, list[Candidate]]) -> None:
    """Enough officers for whatever object the lot takes, so that no draw ends with an object unattended."""
    serving = [o for o in plan.officers if o.serves(team.task)]
    recused = Counter(object_ for o in serving for object_ in o.recused)
    objects = [c.id for q, those in members.items() if q.task == team.task for c in those]
    for object_ in objects:
        left = len(serving) - recused[object_]
        if left < team.size + team.substitutes:
            wrong = (
                f"对象 {object_} 可派的人员只有 {left} 人，要求 {team.size} 人、备选 {team.substitutes} 人"
            )
            raise Fault("draw.E017", wrong, "请补充人员或减少备选；须回避的人员不能派", RECUSAL)
    if not objects:
        raise Fault("draw.E018", f"派员要求的事项 {team.task} 没有可抽的对象", "请改正事项名")
