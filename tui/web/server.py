"""Serves the reader through textual-serve on 127.0.0.1, to who knows the token in the address and to nobody else.

Every path begins with the token; a request without it is told nothing, a websocket neither. A page of another site that
the same browser shows is kept out by the names in `Host` and `Origin`, whatever it knows.
"""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hmac import compare_digest
from typing import cast

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Middleware
from textual_serve.server import Server, to_int

from tui.web.page import page, policy
from tui.web.window import Window

HOST = "127.0.0.1"
_SIZE = 16
_SIZES = range(8, 41)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Reader(Server):
    """The server of textual-serve, which answers only addresses that begin with the token."""

    def __init__(self, command: str, listening: socket.socket, token: str, title: str) -> None:
        """`command`: what opens the reader for one browser window; `listening`: bound to 127.0.0.1."""
        self.listening, self.token = listening, token
        self.own = f"{HOST}:{listening.getsockname()[1]}"
        super().__init__(command, host=HOST, port=listening.getsockname()[1], title=title)

    @property
    def address(self) -> str:
        """The address of the reader, with its token: whoever has it can read the reports and decide."""
        return f"http://{self.own}/{self.token}/"

    def application(self) -> web.Application:
        """All routes below the token, and the guard before them."""
        root = web.Application(middlewares=[self._guard()])
        below = f"/{self.token}"
        root.add_routes(
            [
                web.get(f"{below}/", self.handle_index),
                web.get(f"{below}/ws", self.handle_websocket),
                web.get(f"{below}/download/{{key}}", self.handle_download),
                web.static(f"{below}/static", self.statics_path),
            ]
        )
        return root

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self._is_known(request):
                raise web.HTTPNotFound(text="there is nothing here\n")
            return await handler(request)

        return cast("Middleware", guard)

    def _is_known(self, request: web.Request) -> bool:
        token = request.path.split("/")[1].encode()
        host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
        names = (self.own, self.own.replace(HOST, "localhost"))
        own = host in names and (origin is None or origin in [f"http://{name}" for name in names])
        return compare_digest(token, self.token.encode()) and own

    async def handle_index(self, request: web.Request) -> web.Response:
        """Answer with the page, and with the policy of what it may load."""
        host = request.headers["Host"]
        wanted = request.query.get("fontsize", "")
        size = int(wanted) if wanted.isdecimal() and int(wanted) in _SIZES else _SIZE
        text = page(self.title, f"ws://{host}/{self.token}/ws", size)
        headers = {
            "Content-Security-Policy": policy(host),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one window of a browser as textual-serve does; its process ends with it, and is waited for."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)

        async def close() -> None:
            await websocket.close()

        window = Window(
            self.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        cells = (to_int(request.query.get(name, ""), common) for name, common in (("width", 80), ("height", 24)))
        try:
            await window.start(*cells)
            await self._process_messages(websocket, window)
        except asyncio.CancelledError:
            await websocket.close()
        except (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            await websocket.close(code=WSCloseCode.UNSUPPORTED_DATA)  # no message of the page's
        finally:
            await window.stop()
        return websocket

    async def until_stopped(self, ready: Callable[[], None]) -> None:
        """Serve until the program is interrupted."""
        over = _interruption()
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.SockSite(runner, self.listening).start()
            ready()
            await over.wait()
        finally:
            await runner.cleanup()


def _interruption() -> asyncio.Event:
    """An event that is set when the program is told to end: Ctrl+C, or a signal."""
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, over.set)
    return over


def listen(port: int) -> socket.socket:
    """Open a socket on 127.0.0.1.

    Args:
        port: 0 for any that is free.

    Raises:
        OSError: it is taken, or may not be used.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening
