"""How fast an outline is read: megabytes of text a second on one core, a plain split of it as peer."""

import re
import time
from collections.abc import Callable

from fazhi.outline import read

ROUNDS = 5
MEGABYTE = 1_000_000


PLAIN = "健全第{n}项制度运行机制，完善依法行政的治理体系，推动各项任务落到实处，维护群众合法权益。"
DENSE = "每年至少组织{n}次案卷评查，2025年{m}月底前建立目录，未经审核的事项不得提交审议，参训率达到{n}%。"


def sample() -> str:
    """One megabyte of numbered measures, no sentence twice; a third of them hold figures."""
    measure = (
        "{n}.规范第{n}项工作。{body}（牵头单位：区司法局、区委编办；责任单位：各街道，2025年底前完成）\n"
    )
    lines = ["甲区法治政府建设实施方案（2021—2025年）\n"]
    size = n = 0
    while size < MEGABYTE:
        n += 1
        numbers = range(n * 6, n * 6 + 6)
        body = "".join((DENSE if k % 3 == 0 else PLAIN).format(n=k, m=k % 12 + 1) for k in numbers)
        lines.append(measure.format(n=n % 399 + 1, body=body))
        size += len(lines[-1].encode())
    return "".join(lines)


def split(text: str) -> list[list[str]]:
    """The peer: cut into paragraphs, sentences and clauses, and understand nothing."""
    return [re.split("[，,]", sentence) for line in text.split("\n") for sentence in re.split("[。；]", line)]


def best(task: Callable[[str], object], text: str) -> float:
    """Seconds of the fastest of several runs."""
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        task(text)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def main() -> None:
    """Print the speed of reading and its ratio to the peer's."""
    text = sample()
    size = len(text.encode()) / MEGABYTE
    ours, peer = best(read, text), best(split, text)
    print(f"outline: {size / ours:.2f} MB/s read in full (target 1), {ours / peer:.0f}x a plain split")


if __name__ == "__main__":
    main()
