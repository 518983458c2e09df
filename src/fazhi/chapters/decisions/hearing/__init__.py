"""Hearings on major decisions: registration, participants drawn so that anybody can check (measure 15).

A hearing belongs to one case of chapter 六. Who takes part is settled here before the case hears of it: the
procedure's acts begin with the announcement of hearing and participants (程序暂行条例第十六条、第十七条).
"""
