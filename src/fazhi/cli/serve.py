"""The web server: a slow visitor must not keep the others waiting."""

import errno
import socket

from fazhi.cli import framework, schema
from fazhi.cli.option import Host, Port, Workers
from fazhi.fault import Fault

THREADS = 16
"""Requests one worker answers at a time. A visitor slow to send headers holds none of them, one slow to
send a body holds one: in front of the public, nginx takes the whole body before it passes it on."""

PATIENCE = 10
"""Seconds that requests in hand get when the server is stopped; after them a worker is ended by force.
Without this a worker that is told to stop in its first moments is waited for without end."""


def serve(host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 2) -> None:
    """启动网站。"""
    demand_free(host, port)
    framework.start()
    schema.demand_current()
    run(host, port, workers)


def demand_free(host: str, port: int) -> None:
    """Refuse an address that cannot be listened on, before any other work is done."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise _refusal(error, host, port) from None


def _refusal(error: OSError, host: str, port: int) -> Fault:
    if error.errno == errno.EADDRINUSE:
        return Fault("serve.E001", f"端口 {port} 已被占用", f"请换一个端口，如 --port {port % 65535 + 1}")
    if error.errno == errno.EACCES:
        return Fault("serve.E002", f"没有权限监听端口 {port}", "请用 1024 以上的端口，由 nginx 转发")
    return Fault("serve.E003", f"无法监听地址 {host}", "请检查 --host，例如 127.0.0.1")


def run(host: str, port: int, workers: int) -> None:
    """Serve until stopped by Ctrl+C or a termination signal."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    print(f"网站地址 http://{_shown(host)}:{port}/ （按 Ctrl+C 停止）", flush=True)
    server = Server(
        "fazhi.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
    )
    server.serve()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
