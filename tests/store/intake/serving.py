"""A server on 127.0.0.1 that a test starts, and what it answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


class Server(ThreadingHTTPServer):
    """Answers what it is given for a path, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        self.address = f"http://127.0.0.1:{self.server_port}"

    def gives(self, path: str, content: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """The address of what is given from now on."""
        body = content if isinstance(content, bytes) else content.encode()
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (200, {"Content-Type": kind, **given}, body)
        return self.address + path

    def sends(self, path: str, target: str, code: int = 302) -> str:
        """An address that sends one elsewhere."""
        self.answers[path] = (code, {"Location": target}, b"")
        return self.address + path


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.headers["Host"], self.path))
        code, headers, body = server.answers.get(self.path, (404, {}, b""))
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Slowly" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            if "Slowly" in headers:
                for _ in range(200):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@contextmanager
def running() -> Iterator[Server]:
    """A server, as long as it is needed."""
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.02,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()
