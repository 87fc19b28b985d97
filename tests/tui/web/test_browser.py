"""The exported page and the served reader in headless Chromium; where there is none, nothing here can be said."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.commands.words import ROOT
from tests.core.export.words import SCOPE, case
from tests.core.words import teller
from timeline_core.export import EXPORTERS
from tui.bidi.layout import visual

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORD = "القحطاني"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)"),
    pytest.mark.skipif(importlib.util.find_spec("playwright") is None, reason="no playwright (pip install playwright)"),
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def exported(tmp_path: Path) -> str:
    path = tmp_path / "timeline.html"
    path.write_text(EXPORTERS["html"](case(), teller("en"), SCOPE), "utf-8")
    return path.as_uri()


def test_the_page_is_read_without_a_script(browser: Browser, exported: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(exported)
    assert page.locator("article:visible").count() == 10
    assert not page.locator("#filter").is_visible()
    context.close()


def test_arabic_runs_from_the_right_and_english_from_the_left(browser: Browser, exported: str) -> None:
    page = browser.new_page()
    page.goto(exported)
    arabic, english = (page.locator(f"[id='{id}'] h3") for id in ("2023-02-10--5", "2023-02-15--6"))
    assert arabic.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert english.evaluate("one => getComputedStyle(one).direction") == "ltr"
    right = (
        "one => { const range = document.createRange(); range.selectNodeContents(one);"
        " return one.getBoundingClientRect().right - range.getBoundingClientRect().right }"
    )
    assert arabic.evaluate(right) < 2
    assert english.evaluate(right) > 50
    page.close()


def test_actors_filter_and_the_policy_lets_only_its_own_script_run(browser: Browser, exported: str) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(exported)
    assert page.locator("#shown").inner_text() == "10 of 10 events shown"
    page.locator("input[value=sdf]").check()
    assert page.locator("#shown").inner_text() == "2 of 10 events shown"
    assert page.locator("main > section:visible").count() == 2
    assert problems == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.x = 1'}))"
    )
    assert page.evaluate("window.x") is None
    assert any("Content Security Policy" in problem for problem in problems)
    page.close()


def test_printed_it_has_no_form(browser: Browser, exported: str) -> None:
    page = browser.new_page()
    page.goto(exported)
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert page.locator("article:visible").count() == 10
    page.close()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "tui", "serve"]
    serving = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=tmp_path
    )
    assert serving.stdout is not None
    yield serving.stdout.readline().strip()
    serving.terminate()
    serving.wait(20)
    serving.stdout.close()


def test_the_reader_is_served_with_its_arabic_in_order(browser: Browser, address: str) -> None:
    """What xterm.js holds in its cells is what `visual` draws: presentation forms, the last letter leftmost."""
    page = browser.new_page(viewport={"width": 1200, "height": 760})
    elsewhere: list[str] = []
    received: list[bytes] = []
    page.on("request", lambda request: None if request.url.startswith(address) else elsewhere.append(request.url))
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else b"")
        ),
    )
    page.goto(address)
    page.wait_for_selector("body.-first-byte", timeout=30_000)
    for _ in range(60):
        page.wait_for_timeout(500)
        text = re.sub("\x1b\\[[0-9;]*[A-Za-z]", "", b"".join(received).decode("utf-8", "replace"))
        if visual(WORD) in text:
            break
    assert b"\x1b[8l" in b"".join(received)
    assert visual(WORD) in text
    assert visual(WORD) != WORD
    assert [url for url in elsewhere if not url.startswith("data:")] == []
    assert page.evaluate("document.querySelectorAll('.xterm-screen canvas').length") > 0
    assert page.evaluate("document.body.classList.contains('-closed')") is False
    page.keyboard.press("q")
    page.wait_for_selector("body.-closed", timeout=10_000)
    assert page.get_by_text("The reader has ended.").is_visible()
    page.close()
