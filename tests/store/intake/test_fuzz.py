"""Every reader, given any bytes: what comes out are reports, failures and notices; never an exception.

What runs aside (PDF, feed) is called in this process here; that the process is bounded is tested elsewhere.
"""

from __future__ import annotations

import json
import logging
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.intake import aside, kinds, metadata
from store.intake.documents import pdf, rich_text
from store.intake.found import Found, Source
from store.intake.pages import feed
from store.intake.read import take
from store.intake.result import Failure, Notice, Refused
from store.reports.original import Original
from tests.store.intake.chats import test_posts as posts
from tests.store.intake.chats import test_telegram as telegram
from tests.store.intake.documents import ATOM, ENGLISH, RSS, archive, mail, word
from tests.store.intake.documents import archive as packed
from tests.store.intake.documents import pdf as made_pdf
from tests.store.intake.kinds.samples import GOOD
from tests.store.intake.pages import pages
from tests.store.words import ARABIC

SEEDS: dict[str, bytes] = {
    ".txt": ARABIC.encode(),
    ".md": f"---\ntitle: غارة\npublished: 2023-02-16\ntags: [a, b]\n---\n# Raid\n\n{ARABIC}\n".encode(),
    ".html": pages()[0].source.encode(),
    ".json": b'[{"text": "A raid on 10 March 2023.", "id": 7, "published": "2023"}]',
    ".jsonl": b'{"text": "A raid.", "title": "T"}\n{"content": "b", "dct": "2023-02-16"}\n',
    ".csv": f'title,text,published\nA,"{ENGLISH}",2023-03-12\nB,b,\n'.encode(),
    ".tsv": b"title\ttext\nA\tb\n",
    ".rss": RSS.encode(),
    ".atom": ATOM.encode(),
    ".eml": mail(ARABIC, f"<p>{ARABIC}", {"a.txt": b"x", "b.docx": b"PK\x03\x04"}),
    ".pdf": made_pdf(ENGLISH, "second line"),
    ".docx": word(ARABIC, rows=(("a", "b"),)),
    ".zip": archive(("a.txt", ARABIC), ("b.html", "<p>x"), ("c.jsonl", '{"text": "c"}')),
}
ALPHABET = dict(zip("abcdefghijklmn", "القتيدةمسو نرب", strict=True))
"""Signs of a font that stand for Arabic letters."""
MORE: tuple[tuple[str, bytes], ...] = (
    (".pdf", made_pdf("dcb a gf ba mkj", "gle hbjf mk ba", codes=ALPHABET)),
    (".eml", f"From: مكتب <a@e.org>\nSubject: بيان\nDate: 12 Mar 2023 00:30 +0300\n\n{ARABIC}".encode("cp1256")),
    (".csv", f'\ufefftext;published;lang\r\n"{ARABIC}";05/03/2024;ar\r\nb;25/03/2024;ar\r\n'.encode()),
    (".xml", RSS.replace("UTF-8", "utf-16").encode("utf-16")),
    (
        ".html",
        f'<meta charset="windows-1256"><script type="application/ld+json">{{}}</script>{ARABIC}'.encode("cp1256"),
    ),
    (".jsonl", b'{"type": "head", "format": "waqai-lines/1"}\n{"type": "report", "text": "A raid.", "id": "a"}\n'),
)
"""Other ways through the same readers: letters in another order, other encodings, other forms of dates."""
CHATS: tuple[tuple[str, bytes], ...] = (
    (".json", json.dumps({**telegram.CHAT, "chats": {"list": [telegram.CHAT]}}).encode()),
    (".html", telegram.PAGE.encode()),
    (".html", telegram.PREVIEW.encode()),
    (".txt", f"[10/02/2023, 21:14:22] Rana: {ENGLISH}\n\u200e[13/02/23, 9:11:00 م] {ARABIC}: \u200e<x>\n".encode()),
    (".js", posts.ARCHIVE.encode()),
    (
        ".json",
        json.dumps(
            [{"timestamp": 1683028800, "data": [{"post": "Ù\u0082"}]}, {"issued": {"date-parts": [[2]]}}]
        ).encode(),
    ),
)
"""Chats and posts."""
KINDS = {name.removeprefix("a"): content for name, content in GOOD.items()}
PACKED = (".odt", ".ods", ".xlsx", ".pptx", ".epub", ".wacz")
TRICKY = (
    b"\0", b"\xff\xfe", b"\x1b[2J", b"<!ENTITY a 'b'>", b"]]>", b"\r", b"\n\n", b"--", b'"', b"{[" * 50,
    b"9" * 400, b"\xed\xa0\x80", "\u202e".encode(), b"&#xD800;", b"=?utf-8?q?", b"<", b"PK\x03\x04", b"endstream",
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """And silent, as the process aside is."""
    readers = {"documents.pdf": pdf.extract, "pages.feed": feed.extract, "documents.rich_text": rich_text.extract}
    monkeypatch.setattr(aside, "ask", lambda reader, content, *_: readers[reader](content))
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@st.composite
def mutated(draw: st.DrawFn, seed: bytes) -> bytes:
    """A good file with pieces of it taken out, doubled, moved or replaced by what readers stumble over."""
    content = bytearray(seed)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(st.sampled_from(TRICKY), st.binary(max_size=8), st.just(bytes(content[start:end]) * 2)))
        content[start:end] = piece
    return bytes(content)


@st.composite
def mutated_within(draw: st.DrawFn, seed: bytes) -> bytes:
    """A packed file of which one member was damaged before it was packed, so that what is in it is reached."""
    with zipfile.ZipFile(BytesIO(seed)) as whole:
        members = [(name, whole.read(name)) for name in whole.namelist()]
    hit = draw(
        st.sampled_from([name for name, _ in members if not name.startswith(("docProps/", "_rels/", "word/theme/"))])
    )
    return packed(*((name, draw(mutated(content)) if name == hit else content) for name, content in members))


def check(content: bytes, suffix: str) -> None:
    """All that may come out."""
    try:
        for item in kinds.read(Source(f"a{suffix}", content, suffix)):
            assert isinstance(item, Found | Failure | Notice)
            if isinstance(item, Found):
                item.text.encode("utf-8")
                assert item.text.strip()
    except Refused as refusal:
        told = str(refusal).split("; ")
        if len(told) < 2:
            raise


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("suffix", SEEDS)
@FEW
@given(data=st.data())
def test_a_file_that_was_damaged_never_raises(suffix: str, data: st.DataObject) -> None:
    check(data.draw(mutated(SEEDS[suffix])), suffix)


@pytest.mark.parametrize("suffix, seed", (*MORE, *CHATS), ids=[suffix for suffix, _ in (*MORE, *CHATS)])
@FEW
@given(data=st.data())
def test_nor_does_one_that_is_read_in_another_way(suffix: str, seed: bytes, data: st.DataObject) -> None:
    [*_] = kinds.read(Source(f"a{suffix}", seed, suffix))
    check(data.draw(mutated(seed)), suffix)


@pytest.mark.parametrize("suffix", [".docx", ".zip", *PACKED])
@FEW
@given(data=st.data())
def test_what_is_packed_and_was_damaged_never_raises(suffix: str, data: st.DataObject) -> None:
    check(data.draw(mutated_within({**SEEDS, **KINDS}[suffix])), suffix)


@pytest.mark.parametrize("suffix", KINDS)
@FEW
@given(data=st.data())
def test_a_file_of_any_kind_that_was_damaged_never_raises(suffix: str, data: st.DataObject) -> None:
    """What is packed stays mostly shut then; `mutated_within` goes inside."""
    check(data.draw(st.one_of(mutated(KINDS[suffix]), st.binary(max_size=200))), suffix)


@pytest.mark.parametrize("suffix", SEEDS)
@FEW
@given(content=st.binary(max_size=400))
def test_any_bytes_never_raise(suffix: str, content: bytes) -> None:
    check(content, suffix)


@FEW
@given(content=st.one_of(st.binary(max_size=200), *(mutated(seed) for seed in SEEDS.values())))
def test_standard_input_never_raises(content: bytes) -> None:
    for taken in take(["-"], stdin=BytesIO(content)):
        assert isinstance(taken, Original | Failure | Notice)
        if isinstance(taken, Original):
            named = (taken.report.id, taken.report.title, taken.report.publisher, taken.report.url)
            assert not any(metadata.commands(name) for name in named)


@FEW
@given(path=st.text(min_size=1, max_size=60))
def test_any_path_is_told_about(path: str) -> None:
    """Names of nothing, patterns, addresses of nowhere; none is opened that was not there."""
    if path.startswith("-") or "/" in path or path in (".", "..", "~"):
        return
    for taken in take([f"/nowhere-at-all/{path}"]):
        assert isinstance(taken, Failure)
