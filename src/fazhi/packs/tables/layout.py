"""How a decision table lies in a sheet: its head, four lines that name the columns, then a line for each row.

编号 | penalty-spot
列   | 说明 | 法律 | 版本 | 条文 | 罚款数额 | 可以当场决定
类别 |      |      |      |      | 条件     | 结果
类型 |      |      |      |      | money    | yes-no
取值 |      |      |      |      | >=0      | -
"""

HEAD = {"编号": "id", "名称": "title", "命中": "policy", "无命中": "no_hit", "自": "since", "至": "until"}
"""Words of the head, by the fields they stand for."""
NAMES = "列"
"""What the line says that names the columns."""
DESCRIBED = ("类别", "类型", "取值")
"""What the three lines below it say of each column."""
FIXED = {"说明": "says", "法律": "statute", "版本": "edition", "条文": "article"}
"""Columns that every table has."""
SIDES = {"条件": "inputs", "结果": "outputs"}
CELLS = {"inputs": "when", "outputs": "then"}
"""What a row calls its cells of a side."""
