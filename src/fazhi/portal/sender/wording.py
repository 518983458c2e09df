"""What the message with a code says."""

from fazhi.portal.one_time_code import LIFE


def said(code: str) -> str:
    """One sentence for a short message.

    >>> said("012345")
    '验证码 012345，10分钟内有效，用于登录法治平台查看“我的事项”。不是您本人操作的，请忽略，不要告诉任何人。'
    """
    minutes = int(LIFE.total_seconds()) // 60
    use = "用于登录法治平台查看“我的事项”"
    return f"验证码 {code}，{minutes}分钟内有效，{use}。不是您本人操作的，请忽略，不要告诉任何人。"
