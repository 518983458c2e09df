"""Where a hearing has come to, in the words that everybody reads."""

from enum import StrEnum


class Phase(StrEnum):
    """Where a hearing has come to, in the words that everybody reads."""

    STOPPED = "已经停止办理"
    REGISTERING = "正在报名"
    EXAMINING = "报名截止，正在审核"
    COMMITTED = "已公布抽取承诺，等待抽取"
    SELECTED = "已产生参加人，等待公告"
    ANNOUNCED = "已公告，等待举行"
    HELD = "已经举行，正在研究意见"
    ANSWERED = "已经公布意见研究采纳情况"
