"""`waqai serve`: its readers end with it however it ends, and no window takes more than its part."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import aiohttp
import pytest

from tests.commands.words import Streams
from tests.terminal import Terminal
from tests.tui.web.test_server import TOKEN, started, status
from tui.web.limits import MOST_OF_MESSAGE, Limits
from tui.web.messages import MessageError, read
from tui.web.server import Reader, listen

_GONE = 30.0
"""Seconds until a reader is given up that does not end: far more than it needs on a busy machine."""
_TOLD = (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="no /proc here tells the children of a process"
)


def readers_of(server: int) -> list[int]:
    found = []
    for children in Path(f"/proc/{server}/task").glob("*/children"):
        found += [*map(int, children.read_text("ascii").split())]
    return found


def runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def all_gone(numbers: list[int]) -> bool:
    until = monotonic() + _GONE
    while any(map(runs, numbers)) and monotonic() < until:
        await asyncio.sleep(0.05)
    return not any(map(runs, numbers))


async def ended(window: aiohttp.ClientWebSocketResponse) -> None:
    """Read what is left of a window whose server has gone."""
    while (await window.receive(10)).type not in (*_TOLD, aiohttp.WSMsgType.ERROR, aiohttp.WSMsgType.CLOSING):
        pass


def of_window(address: str) -> str:
    return f"{address.replace('http', 'ws', 1)}ws"


@contextmanager
def served(place: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of the sample, and its address."""
    known = {**os.environ, **{f"XDG_{name}_HOME": str(place) for name in ("STATE", "DATA", "CONFIG", "CACHE")}}
    command = [sys.executable, "-m", "tui", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=known, text=True, start_new_session=True) as server:
        assert server.stdout is not None
        try:
            yield server, server.stdout.readline().strip()
        finally:
            server.kill()


@needs_proc
@pytest.mark.parametrize(
    "how", [signal.SIGKILL, *(pytest.param(one, marks=pytest.mark.slow) for one in (signal.SIGTERM, signal.SIGHUP))]
)
async def test_its_readers_end_with_it(tmp_path: Path, how: signal.Signals) -> None:
    with served(tmp_path) as (server, address):
        async with aiohttp.ClientSession() as client:
            windows = [await client.ws_connect(of_window(address)) for _ in range(2)]
            for one in windows:
                await one.receive_bytes(timeout=60)
            readers = readers_of(server.pid)
            assert len(readers) == 2
            assert all(map(runs, readers))
            server.send_signal(how)
            assert await all_gone(readers)
            assert server.wait(_GONE) == (-how if how is signal.SIGKILL else 0)
            for one in windows:
                await ended(one)


@needs_proc
@pytest.mark.slow
async def test_its_readers_end_with_its_terminal() -> None:
    one = Terminal([sys.executable, "-m", "tui", "serve"], LANG="C.UTF-8")
    try:
        one.until(b"/\r\n")
        address = next(word for word in one.said.decode().split() if word.startswith("http"))
        async with aiohttp.ClientSession() as client, client.ws_connect(of_window(address)) as window:
            await window.receive_bytes(timeout=60)
            readers = readers_of(one.process.pid)
            assert len(readers) == 1
            os.close(one.master)
            one._ends.remove(one.master)
            os.close(one.slave)
            one._ends.remove(one.slave)
            assert await all_gone([*readers, one.process.pid])
            await ended(window)
    finally:
        one.close()


async def test_one_window_too_many_is_told_so_and_gets_in_when_another_has_closed() -> None:
    few = Reader("cat", listen(0), TOKEN, "Waqai", Limits(windows=2))
    async with started(few), aiohttp.ClientSession() as client:
        url = of_window(few.address)
        first, second = [await client.ws_connect(url) for _ in range(2)]
        assert await status(few.address) == 503
        async with client.get(few.address) as answer:
            assert "2 windows of the reader are open" in await answer.text()
        async with client.ws_connect(url) as third:
            assert b"close one, or start" in await third.receive_bytes(timeout=10)
            assert (await third.receive(10)).type in _TOLD
            assert third.close_code == aiohttp.WSCloseCode.TRY_AGAIN_LATER
        await first.close()
        until = monotonic() + _GONE
        while await status(few.address) != 200 and monotonic() < until:
            await asyncio.sleep(0.05)
        async with client.ws_connect(url) as third:
            await third.send_str('["ping", 3]')
            assert await third.receive_json(timeout=10) == ["pong", 3]
        await second.close()


async def test_a_window_in_which_nobody_types_is_closed_and_says_why() -> None:
    """That its page is alive counts for nothing: a page sends a ping of its own."""
    brief = Reader("cat", listen(0), TOKEN, "Waqai", Limits(idle=0.8))
    async with started(brief), aiohttp.ClientSession() as client:
        url = of_window(brief.address)
        async with client.ws_connect(url) as forgotten, client.ws_connect(url) as used:
            over = asyncio.create_task(forgotten.receive_bytes(timeout=_GONE))
            while not over.done():
                await used.send_str('["stdin", "j"]')
                await used.send_str('["ping", 1]')
                await asyncio.sleep(0.1)
            assert b"nothing was typed here" in await over
            assert (await forgotten.receive(10)).type in _TOLD
            assert not used.closed
            await used.send_str('["ping", 2]')
            answers = [await used.receive(10) for _ in range(3)]
            assert {one.type for one in answers} <= {aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY}


MALFORMED = (
    "no json",
    "[" * 100_000,
    '["stdin", ' + "[" * 50_000,
    "{}",
    "[]",
    "[[]]",
    '["stdin", 3]',
    '["stdin", "a", "b"]',
    '["resize", {}]',
    '["resize", {"width": 100000, "height": 100000}]',
    '["resize", {"width": true, "height": 1}]',
    '["ping", [1]]',
    '["quit"]',
    "1" * 5_000,
)


@pytest.mark.parametrize("said", MALFORMED, ids=lambda said: said[:24])
def test_what_no_page_says_is_refused(said: str) -> None:
    with pytest.raises(MessageError):
        read(said)


def test_what_a_page_says_is_read() -> None:
    assert read('["stdin", "\\ud800a"]').typed == "a"
    assert read('["resize", {"width": 120, "height": 40}]').cells == (120, 40)
    assert [read(f'["{kind}"]').is_use for kind in ("blur", "focus", "ping")] == [False] * 3
    assert read('["ping", "x"]').typed == '"x"'


_NO_REQUESTS = (b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 99_999, b"\0" * 9_999)
_UPGRADE = (
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)


async def answered(server: Reader, sent: bytes) -> bytes:
    """What the server says to these bytes before it closes."""
    host, port = server.own.split(":")
    reading, writing = await asyncio.open_connection(host, int(port))
    writing.write(sent)
    writing.write_eof()
    try:
        return await asyncio.wait_for(reading.read(), _GONE)
    except ConnectionError:
        return b""
    finally:
        writing.close()


async def test_nothing_that_is_sent_ends_another_window_or_leaves_a_trace(capfd: pytest.CaptureFixture[str]) -> None:
    """Text, bytes, frames and requests that are malformed, too deep or too long."""
    waiting = Reader("cat", listen(0), TOKEN, "Waqai", Limits(windows=99))
    async with started(waiting), aiohttp.ClientSession() as client:
        url = of_window(waiting.address)
        right = await client.ws_connect(url)
        for said in (*MALFORMED, '["stdin", "' + "a" * MOST_OF_MESSAGE + '"]'):
            async with client.ws_connect(url) as wrong:
                await wrong.send_str(said)
                assert (await wrong.receive(10)).type in _TOLD
        async with client.ws_connect(url) as wrong:
            await wrong.send_bytes(b"\xff" * 99)
            assert (await wrong.receive(10)).type in _TOLD
        upgrade = f"GET /{TOKEN}/ws HTTP/1.1\r\nHost: {waiting.own}\r\n{_UPGRADE}".encode()
        for sent in (*_NO_REQUESTS, upgrade + b"\xff" * 99, upgrade + b"\x81\xfe"):
            assert b"Traceback" not in await answered(waiting, sent)
        await right.send_str('["ping", 1]')
        assert await right.receive_json(timeout=10) == ["pong", 1]
        await right.close()
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


@pytest.mark.parametrize("words", [("--windows", "0"), ("--idle", "-1")], ids=["windows", "idle"])
def test_bounds_that_are_none_are_told(waqai: Streams, words: tuple[str, str]) -> None:
    said = waqai("serve", *words)
    assert (said.code, said.out) == (1, "")
    assert "--windows is at least 1" in said.err
