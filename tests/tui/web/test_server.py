"""`waqai serve`: nobody without the token is told anything, and the page takes nothing from anywhere else."""

from __future__ import annotations

import asyncio
import re
import shlex
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import aiohttp
import pytest
from yarl import URL

from tests.commands.words import Streams
from tests.processes import children
from tests.terminal import Terminal
from tui.terminal.probe import Answers, choose
from tui.web import window
from tui.web.server import Reader, listen

TOKEN = "t0ken"


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    async with started(Reader("true", listen(0), TOKEN, "Waqai")) as one:
        yield one


@asynccontextmanager
async def started(one: Reader) -> AsyncIterator[Reader]:
    ready = asyncio.Event()
    serving = asyncio.create_task(one.until_stopped(ready.set))
    await asyncio.wait((serving, asyncio.ensure_future(ready.wait())), timeout=10, return_when=asyncio.FIRST_COMPLETED)
    assert ready.is_set(), serving.exception()
    try:
        yield one
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def status(url: str, **headers: str) -> int:
    async with aiohttp.ClientSession() as client, client.get(url, headers=headers) as answer:
        return answer.status


async def test_it_listens_on_this_machine_only(reader: Reader) -> None:
    assert reader.listening.getsockname()[0] == "127.0.0.1"
    assert reader.address == f"http://{reader.own}/{TOKEN}/"


@pytest.mark.parametrize("path", ["", "ws", "static/js/textual.js", "static/", "download/x"])
@pytest.mark.parametrize("token", ["", "wrong/", f"{TOKEN}x/", f"{TOKEN[:-1]}/"])
async def test_without_the_token_there_is_nothing(reader: Reader, path: str, token: str) -> None:
    assert await status(f"http://{reader.own}/{token}{path}") == 404


async def test_with_the_token_there_is_a_page(reader: Reader) -> None:
    assert await status(reader.address) == 200
    assert await status(f"{reader.address}static/js/textual.js") == 200


async def test_a_name_that_another_site_gave_this_machine_is_not_answered(reader: Reader) -> None:
    assert await status(reader.address, Host="evil.example") == 404
    port = reader.own.split(":")[1]
    assert await status(reader.address, Host=f"localhost:{port}") == 200


async def test_a_websocket_needs_the_token_and_an_origin_of_its_own(reader: Reader) -> None:
    url = f"ws://{reader.own}/{TOKEN}/ws"
    async with aiohttp.ClientSession() as client:
        for wrong, origin in ((url.replace(TOKEN, "x"), None), (url, "https://evil.example"), (url, "null")):
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await client.ws_connect(wrong, origin=origin)
        async with client.ws_connect(url, origin=f"http://{reader.own}") as socket:
            assert not socket.closed


async def test_what_a_window_runs_ends_with_it_also_where_it_does_not_want_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "_PATIENCE", 0.2)
    stubborn = Reader("sh -c 'trap : TERM INT; while true; do sleep 0.1; done'", listen(0), TOKEN, "Waqai")
    async with started(stubborn), aiohttp.ClientSession() as client:
        before = children()
        async with client.ws_connect(f"ws://{stubborn.own}/{TOKEN}/ws") as socket:
            while children() == before:
                await asyncio.sleep(0.01)
            assert not socket.closed
        end = monotonic() + 30
        while children() != before and monotonic() < end:
            await asyncio.sleep(0.01)
        assert children() == before


@pytest.mark.parametrize("said", ["no json", "[" * 100_000, "{}", "[]", '["stdin", 3]', '["resize", {}]'])
async def test_a_message_that_is_none_of_the_pages_closes_its_window_and_no_other(said: str) -> None:
    waiting = Reader("cat", listen(0), TOKEN, "Waqai")
    async with started(waiting), aiohttp.ClientSession() as client:
        url = f"ws://{waiting.own}/{TOKEN}/ws"
        async with client.ws_connect(url) as wrong, client.ws_connect(url) as right:
            await wrong.send_str(said)
            answer = await wrong.receive(10)
            assert (answer.type, wrong.close_code) == (aiohttp.WSMsgType.CLOSE, aiohttp.WSCloseCode.UNSUPPORTED_DATA)
            await right.send_str('["ping", 1]')
            assert await right.receive_json(timeout=10) == ["pong", 1]


async def test_the_page_names_no_other_server_and_may_load_from_none(reader: Reader) -> None:
    async with aiohttp.ClientSession() as client, client.get(reader.address) as answer:
        page, headers = await answer.text(), answer.headers
    addresses = re.findall(r"(?:https?|wss?)://[^\"' ;]+", page)
    assert addresses == [f"ws://{reader.own}/{TOKEN}/ws"]
    policy = headers["Content-Security-Policy"]
    assert re.match("default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; ", policy)
    assert "unsafe" not in policy.partition("script-src")[2].partition(";")[0]
    assert re.findall(r"\w+://\S+", policy) == [f"ws://{reader.own};"]
    assert headers["Referrer-Policy"] == "no-referrer"


async def test_the_size_of_the_letters_is_a_size(reader: Reader) -> None:
    for asked, given in (("20", "20"), ('1"><script>', "16"), ("9999", "16"), ("²", "16")):
        url = URL(reader.address).with_query(fontsize=asked)
        async with aiohttp.ClientSession() as client, client.get(url) as answer:
            assert f'data-font-size="{given}"' in await answer.text()


def test_a_browser_is_no_terminal_that_it_was_started_in() -> None:
    outside = {"KONSOLE_VERSION": "230800", "TERM": "alacritty", "TMUX": "x"}
    assert choose(Answers(), {**outside, "TERM_PROGRAM": "textual"}).mode == "visual"
    assert choose(Answers(), {**outside, "TERM_PROGRAM": "textual"}).marks


@pytest.mark.parametrize(
    "words, told",
    [(("-",), "standard input cannot be served"), (("--port", "70000"), "name one of 0 to 65535")],
    ids=["stdin", "port"],
)
def test_what_cannot_be_served_is_told(waqai: Streams, words: tuple[str, ...], told: str) -> None:
    said = waqai("serve", *words)
    assert (said.code, said.out) == (1, "")
    assert told in said.err


def test_a_port_that_is_taken_is_told(waqai: Streams) -> None:
    with listen(0) as taken:
        taken.listen()
        said = waqai("serve", "--port", str(taken.getsockname()[1]))
    assert said.code == 1
    assert "cannot be used" in said.err


def test_its_address_is_its_output_and_ctrl_c_its_end() -> None:
    one = Terminal([sys.executable, "-m", "tui", "serve"], LANG="C.UTF-8")
    try:
        one.until(b"/\r\n")
        assert re.search(rb"http://127\.0\.0\.1:\d+/[\w-]{32}/\r\n", one.said)
        one.type("\x03")
        assert one.end() == 0
    finally:
        one.close()


def test_what_its_windows_run_is_quoted_for_the_shell() -> None:
    from argparse import Namespace
    from datetime import date
    from io import BytesIO, StringIO

    from timeline_core.model.when import When
    from tui.commands.serve import command
    from tui.commands.shared.context import Context

    context = Context({}, BytesIO(), StringIO(), StringIO(), date(2024, 1, 1), library="a b", bidi=None)
    options = Namespace(
        paths=["$(x).txt", "-y"],
        lang="ar",
        publisher="the 'Wire'",
        published=When("2023-02"),
        map=[("text", "Body")],
        allow_private=True,
    )
    said = command(options, context).removeprefix(sys.executable)
    assert said == (
        " -P -m tui --library 'a b' --bidi auto --lang ar --publisher 'the '\"'\"'Wire'\"'\"'' --map text=Body"
        " --allow-private --published 2023-02 -- '$(x).txt' -y"
    )


def test_its_windows_run_no_code_of_the_folder_that_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argparse import Namespace
    from datetime import date
    from io import BytesIO, StringIO

    from tui.commands import serve
    from tui.commands.shared.context import Context

    for name in ("tui", "store", "textual"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('owned')")
        (tmp_path / name / "__main__.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", "")
    serve._keep_the_way()
    options = Namespace(paths=[], lang=None, publisher="", published=None, map=[], allow_private=False)
    words = serve.command(options, Context({}, BytesIO(), StringIO(), StringIO(), date(2024, 1, 1)))
    said = subprocess.run([*shlex.split(words), "--version"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.stdout.startswith("waqai "), said.stderr
