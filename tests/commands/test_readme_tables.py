"""What goes in and what comes out: every command of the README's two tables, run as it is written there."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.words import ROOT, Streams
from tests.store.intake.chats import test_posts as posts
from tests.store.intake.chats import test_telegram as telegram
from tests.store.intake.documents import ENGLISH, RSS, archive, mail, pdf, word
from tests.store.intake.kinds import samples
from tests.store.intake.serving import Server, running
from tests.store.words import ARABIC, written

PAGE = f"<html><head><title>بيان</title></head><body><p>{ARABIC}</p></body></html>"
FILES: dict[str, bytes | str] = {
    "statement.txt": ARABIC,
    "notes.md": f"---\ntitle: t\npublished: 2023-02-16\n---\n{ARABIC} ملاحظة",
    "page.html": PAGE,
    "feed.xml": RSS,
    "statement.eml": mail(f"{ARABIC} بريد"),
    "report.pdf": pdf(ENGLISH),
    "report.docx": word(f"{ARABIC} ملف", title="بيان"),
    "events.csv": "Jour,Fait\n2021-03-07,A bridge was bombed\n2021-03-09,The delegation left\n",
    "posts.csv": f'Lead,When\n"{ENGLISH} a",2023-03-12\n',
    "telegram/result.json": json.dumps(telegram.CHAT),
    "WhatsApp Chat with Desk.txt": f"[10/02/2023, 21:14:22] Rana: {ENGLISH} e\n[13/02/2023, 09:11:00] Rana: Yes.\n",
    "twitter-archive.zip": archive(("data/tweets.js", posts.ARCHIVE)),
    "your_posts_1.json": json.dumps([{"timestamp": 1683028800, "data": [{"post": f"{ENGLISH} f"}]}]),
    "page.mhtml": samples.mhtml(),
    "crawl.wacz": samples.wacz(),
    "inbox.mbox": samples.MBOX,
    "statement.odt": samples.odt(),
    "slides.pptx": samples.GOOD["a.pptx"],
    "book.epub": samples.epub(),
    "video.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{ENGLISH} h\n",
    "wikinews.xml": samples.WIKI,
    "posts.xlsx": samples.xlsx([["Date", "Text"], ["2023-03-12", f"{ENGLISH} i"]]),
    "zotero.json": json.dumps([{"title": "T", "abstract": f"{ENGLISH} j", "issued": {"date-parts": [[2023, 3, 12]]}}]),
    "archived.csv": f"Link,Archive status,Upload timestamp,Text content\nx,success,2023-03-12,{ENGLISH} g\n",
    "posts.jsonl": json.dumps({"article": {"body": f"{ENGLISH} b"}}) + "\n",
    "reports/2023/a.html": PAGE.replace("بيان", "بيان آخر"),
    "dossier.zip": archive(("a.txt", f"{ENGLISH} c")),
    "inbox/new.txt": f"{ENGLISH} d",
}


def commands(table: str) -> list[str]:
    rows = (ROOT / "README.md").read_text("utf-8").split(f"<!-- {table} -->")[1].split(f"<!-- /{table} -->")[0]
    return [
        re.findall(r"`((?:waqai|curl) [^`]*)`", row)[-1].replace("\\|", "|") for row in rows.strip().splitlines()[2:]
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one stands in, with a file of every kind."""
    for name, content in FILES.items():
        written(tmp_path / name, content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as made:
        yield made


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("line", commands("in"))
def test_what_goes_in_goes_in(waqai: Streams, server: Server, line: str) -> None:
    """The address is that of a server of the test; what `curl` would pipe is a page."""
    piped = line.startswith("curl")
    words = shlex.split(line.rpartition("| ")[2])[1:]
    if words[1].startswith("https://"):
        words[1:] = [server.gives("/news/1", PAGE), "--allow-private"]
    if words[0] == "watch":
        words += ["--once", "--every", "0.05"]
    said = waqai(*words, stdin=PAGE.encode() if piped else b"")
    assert said.code == 0, said.err
    assert re.search(r"[1-9]\d* new|[1-9] reports? added", said.out)
    assert waqai("list").out.count("\n") >= 1


@pytest.mark.parametrize("line", commands("out"))
def test_what_comes_out_comes_out(waqai: Streams, desk: Path, line: str) -> None:
    assert waqai("add", "notes.md", "report.pdf").code == 0
    words = shlex.split(line)[1:]
    said = waqai(*words)
    assert said.code == 0, said.err
    out = (desk / words[-1]).read_text("utf-8-sig") if "-o" in words else said.out
    assert "الغارة" in out
