"""Every log-in, and everything that changes how somebody logs in, kept for the auditors."""

from django.conf import settings
from django.db import models

PUBLIC = "公众登录"
"""How the detail of an event begins that concerns nobody of the offices."""


class Event(models.Model):
    """Something happened at the door. A password that was tried is never here, nor a name nobody has:

    people type their password into the wrong field.
    """

    class Kind(models.TextChoices):
        SUCCESS = "success", "登录成功"
        FAILURE = "failure", "登录失败"
        LOCKED = "locked", "锁定"
        REFUSED = "refused", "统一身份未对应"
        LOG_OUT = "log-out", "退出登录"
        EXPIRED = "expired", "超时退出"
        REVOKED = "revoked", "注销登录"
        FACTOR_FAILED = "factor-failed", "第二因素不符"
        FACTOR_ADDED = "factor-added", "增加第二因素"
        FACTOR_REMOVED = "factor-removed", "移除第二因素"
        FACTOR_RESET = "factor-reset", "换发恢复码"
        PASSWORD = "password", "修改密码"
        ISSUED = "issued", "管理员发给密码"
        CLIENT = "client", "登记、停用系统"
        GRANTED = "granted", "同意登录其他系统"
        DECLINED = "declined", "不同意登录其他系统"
        CLIENT_REFUSED = "client-refused", "其他系统被拒绝"

    at = models.DateTimeField("时间")
    kind = models.CharField("事件", max_length=16, choices=Kind)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    address = models.GenericIPAddressField("IP 地址", null=True)
    device = models.CharField("设备", max_length=80, blank=True)
    detail = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "登录审计记录"
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["-at", "-id"], name="event_newest_first")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.user or self.nobody}"

    @property
    def nobody(self) -> str:
        """What stands in the place of a person where the event names none."""
        return "公众" if self.detail.startswith(PUBLIC) else "无此用户"
