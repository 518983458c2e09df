"""What people come to a public office for, in one list: each appears once its page exists and is open."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Errand:
    """One errand; ``name`` is that of its page among the addresses. Words are translated where shown."""

    name: str
    title: str
    short: str
    """The title in the head of each page."""
    says: str
    icon: str
    chief: bool = True
    """Whether it stands in the head of each page; the others are found on the first page and at their kin."""

    @property
    def url(self) -> str:
        return reverse(f"web:{self.name}")

    @property
    def is_open(self) -> bool:
        """Whether the page exists and asks nobody for a log-in."""
        try:
            view = resolve(self.url).func
        except NoReverseMatch:
            return False
        return str(getattr(view, "policy", "")).startswith("public:")

    def current(self, path: str) -> str:
        """The ``aria-current`` of its link on a page: ``page`` on itself, ``true`` below it."""
        if path == self.url:
            return "page"
        return "true" if path.startswith(f"{self.url}/") else ""


ERRANDS = (
    Errand(
        "calculator", _("算期限"), _("期限计算"),
        _("收到一份文书，最后一天是哪天？逐日数给您看，并说明依据。"), "calendar",
    ),
    Errand(
        "statutes", _("查法规"), _("法规库"),
        _("一条规定现在怎么写，当时怎么写，改了哪里。"), "law",
    ),
    Errand(
        "public-duties", _("看任务"), _("任务公开"),
        _("纲要定了哪些任务，哪个单位负责，到哪天完成。"), "outline", chief=False,
    ),
    Errand(
        "library", _("查文件"), _("文件库"),
        _("区里发了哪些文件、现在还有没有效、怎么解读。"), "publish",
    ),
    Errand(
        "lists", _("查清单"), _("清单"),
        _("哪个机关有什么权力、依据哪一条。"), "ledger",
    ),
    Errand(
        "normative-documents", _("查效力"), _("文件效力"),
        _("哪些规范性文件还有效，哪些已经修改、废止或者失效。"), "outline", chief=False,
    ),
    Errand(
        "consultations", _("提意见"), _("正在决策"),
        _("正在决策的事项和征求意见的草案。"), "ask",
    ),
    Errand(
        "apply", _("办申请"), _("申请"),
        _("申请公开、复议和其他服务事项。"), "file",
    ),
    Errand(
        "track", _("查进度"), _("进度"),
        _("凭编号和查询码看办到哪一步、还有几天。"), "clock",
    ),
    Errand(
        "mine", _("我的事项"), _("我的"),
        _("用手机号或者邮箱登录，看自己办过的事；不登录也可以办。"), "user", chief=False,
    ),
    Errand(
        "complain", _("提投诉"), _("投诉"),
        _("对机关办事、执法不满意，或者要检举违法行为；可以不留姓名。"), "alert",
    ),
    Errand(
        "ratings", _("看评价"), _("评价"),
        _("各机关办事，群众满意不满意；差评办到了哪一步。"), "answer", chief=False,
    ),
    Errand(
        "receipts", _("验回执"), _("存证"),
        _("核对回执上的行为是否登记在台账上；每天公布的存证点人人可查。"), "confirm", chief=False,
    ),
    Errand(
        "verify", _("验真伪"), _("核验"),
        _("核对文书是不是本机关出具的、有没有改动。"), "file",
    ),
)  # fmt: skip


def open_errands() -> list[Errand]:
    """The errands that can be run today."""
    return [errand for errand in ERRANDS if errand.is_open]


def entries(path: str) -> list[tuple[Errand, str]]:
    """The open errands with their ``aria-current`` on a page: ``page`` on itself, ``true`` below it."""
    return [(errand, errand.current(path)) for errand in open_errands()]
