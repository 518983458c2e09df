"""The options that several commands share, so that they are named and explained alike."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")]
Host = Annotated[str, typer.Option(help="监听地址；默认只供本机访问")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="监听端口")]
Workers = Annotated[int, typer.Option(min=1, help="工作进程数")]
OnDay = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="适用日期，默认今天")]
Below = Annotated[Path, typer.Option("--pack", help="规则包的文件夹，连同其上层一起使用")]
