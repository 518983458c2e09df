"""Make what figures are read from anew, after an upgrade or a pack that counts other procedures."""

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started


def rebuild(as_json: AsJson = False) -> None:
    """从案件的行为重新汇总指标所用的数据。"""
    started()
    from fazhi.indicators.actions import rebuild as again

    done = again()
    if as_json:
        show_json({"cases": done.cases, "changed": done.changed})
    else:
        print(f"核对 {done.cases} 件案件，更新 {done.changed} 件")
