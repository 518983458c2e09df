"""How the public gets one-time codes here: said for each way, with what has to be mended."""

from collections.abc import Iterator

from fazhi.cli.finding import Finding, Level
from fazhi.config import Config
from fazhi.fault import Fault

CODE = "check.C13"
WAYS = {"code_phone": "手机", "code_mail": "邮箱"}


def inspect(given: Config) -> Iterator[Finding]:
    """One finding for phones and one for mail addresses."""
    for name, title in WAYS.items():
        yield _way(given, name, f"公众登录的验证码（{title}）")


def _way(given: Config, name: str, title: str) -> Finding:
    chosen = str(getattr(given, name))
    match chosen:
        case "off":
            return Finding(CODE, Level.OK, f"{title}没有开通")
        case "console":
            remedy = f"正式使用前设 FAZHI_{name.upper()}；不开通的设为 off"
            return Finding(CODE, Level.WARN, f"{title}只输出到服务器控制台，仅供试用", remedy)
        case "http":
            return _gateway(given, title)
    return Finding(CODE, Level.OK, f"{title}由 {chosen} 发送")


def _gateway(given: Config, title: str) -> Finding:
    from fazhi.notices import webhook

    try:
        webhook.check(given.code_gateway)
    except Fault as fault:
        return Finding(CODE, Level.FAIL, f"{title}的网关不能调用：{fault.wrong}", fault.remedy)
    return Finding(CODE, Level.OK, f"{title}由短信网关发送")
