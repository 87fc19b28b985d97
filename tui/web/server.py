"""Serves the reader through textual-serve on 127.0.0.1, to who knows the token in the address and to nobody else.

Every path begins with the token; a request without it is told nothing, a websocket neither. A page of another site that
the same browser shows is kept out by the names in `Host` and `Origin`, whatever it knows.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hmac import compare_digest
from typing import cast

from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.typedefs import Middleware
from textual_serve.server import Server, to_int

from tui.web.limits import MOST_OF_MESSAGE, Limits
from tui.web.messages import MOST_CELLS, Message, MessageError, read
from tui.web.page import page, policy
from tui.web.window import Window

HOST = "127.0.0.1"
_SIZE = 16
_SIZES = range(8, 41)
_OVER = frozenset({WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR})
_MOST_OF_REASON = 123
"""Bytes that the frame that closes a websocket may hold for its reason."""
_COMMON = Limits()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Reader(Server):
    """The server of textual-serve, which answers only addresses that begin with the token."""

    def __init__(
        self, command: str, listening: socket.socket, token: str, title: str, limits: Limits = _COMMON
    ) -> None:
        """`command`: what opens the reader for one browser window; `listening`: bound to 127.0.0.1."""
        self.listening, self.token, self.limits = listening, token, limits
        self._open = 0
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
        if self._open >= self.limits.windows:
            raise web.HTTPServiceUnavailable(text=f"{self.limits.full}\n", headers={"Retry-After": "60"})
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
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=MOST_OF_MESSAGE)
        await websocket.prepare(request)
        if self._open >= self.limits.windows:
            await _say(websocket, self.limits.full, WSCloseCode.TRY_AGAIN_LATER)
            return websocket
        self._open += 1
        try:
            await self._serve(request, websocket)
        finally:
            self._open -= 1
        return websocket

    async def _serve(self, request: web.Request, websocket: web.WebSocketResponse) -> None:
        async def close() -> None:
            await websocket.close()

        window = Window(
            self.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        asked = (to_int(request.query.get(name, ""), common) for name, common in (("width", 80), ("height", 24)))
        try:
            await window.start(*(max(1, min(MOST_CELLS, cells)) for cells in asked))
            await self._listen(websocket, window)
        except asyncio.CancelledError:
            await websocket.close()
        except TimeoutError:
            await _say(websocket, self.limits.closed, WSCloseCode.GOING_AWAY)
        except MessageError:
            await websocket.close(code=WSCloseCode.UNSUPPORTED_DATA)
        finally:
            await window.stop()

    async def _listen(self, websocket: web.WebSocketResponse, window: Window) -> None:
        """Pass on what the page says until it closes.

        Raises:
            MessageError: it says what no page of ours does.
            TimeoutError: nobody has typed or pointed for long.
        """
        now = asyncio.get_running_loop().time
        used = now()
        while True:
            left = self.limits.idle - (now() - used) if self.limits.idle else None
            said = await asyncio.wait_for(websocket.receive(), left)
            if said.type in _OVER:
                return
            message = read(said.data) if said.type is WSMsgType.TEXT else None
            if message is None:
                raise MessageError("it is no text")
            if message.is_use:
                used = now()
            await _pass_on(message, websocket, window)

    async def until_stopped(self, ready: Callable[[], None]) -> None:
        """Serve until the program is interrupted."""
        over = _interruption()
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=1.0, logger=_quiet())
        await runner.setup()
        try:
            await web.SockSite(runner, self.listening).start()
            ready()
            await over.wait()
        finally:
            await runner.cleanup()


async def _pass_on(message: Message, websocket: web.WebSocketResponse, window: Window) -> None:
    if message.kind == "stdin":
        await window.send_bytes(message.typed.encode("utf-8"))
    elif message.kind == "resize":
        await window.set_terminal_size(*message.cells)
    elif message.kind == "ping":
        await websocket.send_str(f'["pong", {message.typed}]')
    elif message.kind == "focus":
        await window.focus()
    else:
        await window.blur()


async def _say(websocket: web.WebSocketResponse, words: str, code: WSCloseCode) -> None:
    """Write the words into the window, on a screen of their own, and close it."""
    with suppress(ConnectionError):
        await websocket.send_bytes(f"\x1b[?1049l\x1b[2J\x1b[H\r\n  waqai: {words}\r\n".encode())
        await websocket.close(code=code, message=words.encode()[:_MOST_OF_REASON])


def _quiet() -> logging.Logger:
    """A log that nobody reads: who sends what is no HTTP is answered, and need not be told of on the terminal."""
    log = logging.getLogger("waqai.serve")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    return log


def _interruption() -> asyncio.Event:
    """An event that is set when the program is told to end: Ctrl+C, or a signal."""
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
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
