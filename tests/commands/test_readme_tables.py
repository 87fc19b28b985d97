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
    "chronology.md": "# 2021\n\n## 7 March\n\nA bridge was bombed.\n\n## 9 March\n\nThe delegation left.\n",
    "page.html": PAGE,
    "Siege - Wikipedia.html": PAGE.replace("بيان", "حصار"),
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
    "crawl.warc.gz": samples.warc(),
    "inbox.mbox": samples.MBOX,
    "statement.odt": samples.odt(),
    "statement.rtf": samples.rtf(),
    "slides.pptx": samples.GOOD["a.pptx"],
    "book.epub": samples.epub(),
    "video.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{ENGLISH} h\n",
    "video.vtt": f"WEBVTT\n\n00:01.000 --> 00:03.000\n{ENGLISH}\n",
    "wikinews.xml": samples.WIKI,
    "siege.wiki": f"== 2021 ==\n* '''7 March''' – {ENGLISH} w\n",
    "posts.xlsx": samples.xlsx([["Date", "Text"], ["2023-03-12", f"{ENGLISH} i"]]),
    "posts.ods": samples.ods(),
    "happenings.tsv": "Date\tEvent\tSource\n2021-03-07\tA bridge was bombed\tDesk\n",
    "timelinejs.csv": "Year,Month,Day,Headline,Text\n2021,3,7,Bridge,A bridge was bombed\n",
    "acled.csv": "event_id_cnty,event_date,source,notes\nSYR1,07 March 2021,Desk,A bridge was bombed.\n",
    "telegram/messages.html": telegram.PAGE,
    "channel.html": telegram.PREVIEW.replace("{time}", "22:30:00"),
    "tweets.jsonl": json.dumps({"id_str": "7", "created_at": "Fri Feb 10 21:14:22 +0000 2023", "full_text": ENGLISH}),
    "crowdtangle.csv": f'Page Name,Post Created,Message\nDesk,2023-02-10 23:14:22 EET,"{ENGLISH} k"\n',
    "statuses.json": json.dumps([{"created_at": "2023-02-10T12:00:00Z", "content": f"<p>{ENGLISH} l</p>"}]),
    "reliefweb.json": json.dumps(
        {
            "data": [
                {
                    "id": "1",
                    "fields": {"title": "T", "body": f"{ENGLISH} m", "date": {"created": "2023-03-12T00:00:00+00:00"}},
                }
            ]
        }
    ),
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


SHOWN = {
    "dates": "من شباط الجاري",
    "names": '"type"',
    "reports": "notes",
    "library": "star",
    "actors": "agent",
    "matrix": "events",
    "story": "NAME",
}
"""What a document shows that holds no quote."""


@pytest.mark.parametrize("line", commands("out"))
def test_what_comes_out_comes_out(waqai: Streams, desk: Path, line: str) -> None:
    assert waqai("add", "notes.md", "report.pdf").code == 0
    first = waqai("list").out.split()[0]
    assert waqai("decide", first, "star").code == 0
    assert waqai("story", "tell", "NAME", first).code == 0
    words = shlex.split(line)[1:]
    said = waqai(*words)
    assert said.code == 0, said.err
    out = (desk / words[-1]).read_text("utf-8-sig", "replace") if {"-o", "--to"} & {*words} else said.out
    assert SHOWN.get(words[0], "الغارة") in out or out.startswith("PK")
