"""Five hundred hostile titles, and what hypothesis finds: no word of a report becomes structure in any format."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import icalendar
import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tests import builders
from tests.builders import evidence, report
from tests.core.export import schemas
from tests.core.export.hostile import marked, titles
from tests.core.export.words import SCOPE, titled
from tests.core.words import teller
from timeline_core.export import EXPORTERS
from timeline_core.export.harmless import make_harmless, make_inert
from timeline_core.export.plain_json import dumps
from timeline_core.model.event import Event, Evidence
from timeline_core.model.when import on
from timeline_core.timeline import Timeline

PANDOC = shutil.which("pandoc")
COUNT = 500
COMMANDING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")


@cache
def hostile() -> Timeline:
    """An event a title, each proved by a report that is called so too; in everything else they are alike."""
    events, reports = [], []
    for number, title in enumerate(titles(COUNT)):
        words = title if title.strip() else "x"
        publisher = title if number % 3 == 0 else "Wire"
        told = replace(
            report(f"r{number}", words, title=title, publisher=publisher), url=f"https://example.org/{title}"
        )
        reports.append(told)
        events.append(_event(number, title, evidence(told, words, "", on(date(2023, 2, 10)))))
    return builders.timeline(*events, reports=tuple(reports))


def _event(number: int, title: str, piece: Evidence) -> Event:
    when = on(date(2023, 1, 1) + timedelta(number // 5))
    event = builders.event(f"e{number}", when, title, piece, actors=("isis",))
    return replace(event, note=title if number % 3 == 1 else "", tags=(title,) if number % 3 == 2 else ())


def written(format: str, timeline: Timeline, code: str = "en") -> str:
    return EXPORTERS[format](timeline, teller(code), SCOPE)


# Markdown


def renderer() -> MarkdownIt:
    """CommonMark with tables, struck words, links by themselves, footnotes and front matter, as GitHub has them."""
    rendered = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])
    return rendered.use(footnote_plugin).use(front_matter_plugin)


BLOCKS = {
    "front_matter",
    "heading",
    "paragraph",
    "bullet_list",
    "list_item",
    "inline",
    "footnote_block",
    "footnote",
    "footnote_anchor",
}
INLINE = {"text", "text_special", "strong", "code_inline", "footnote_ref", "html_inline", "link"}
SPAN = re.compile(r'<span dir="(rtl|ltr)">|</span>')


def kind(token: Token) -> str:
    return re.sub(r"_(open|close)$", "", token.type)


def check_markdown(text: str, timeline: Timeline, untitled: str = "(no title)") -> None:
    tokens = renderer().parse(text)
    assert {kind(token) for token in tokens} <= BLOCKS
    inline = [child for token in tokens for child in token.children or ()]
    assert {kind(child) for child in inline} <= INLINE
    for token in tokens:
        check_spans([child.content for child in token.children or () if child.type == "html_inline"])
    pieces = [piece for event in (*timeline.events, *timeline.undated) for piece in event.evidence]
    marks = [child.meta["id"] for child in inline if child.type == "footnote_ref"]
    assert marks == list(range(len(pieces))), "every footnote is called once, in order"
    assert sum(token.type == "footnote_open" for token in tokens) == len(pieces)
    events = (*timeline.events, *timeline.undated)
    assert strong_items(tokens) == [shown(event.title, untitled) for event in events]
    for child in inline:
        if child.type == "link_open":
            assert str(child.attrs["href"]).startswith(("https://example.org/", "https://www.wikidata.org/"))


def check_spans(tags: list[str]) -> None:
    depth = 0
    for tag in tags:
        assert SPAN.fullmatch(tag), tag
        depth += -1 if tag == "</span>" else 1
        assert depth in (0, 1)
    assert depth == 0


def strong_items(tokens: list[Token]) -> list[str]:
    """The words of every title: what is strong in an item of the first level below a day."""
    found = []
    for before, token in pairwise(tokens):
        children = token.children or []
        if token.type == "inline" and before.level == 2 and any(one.type == "footnote_ref" for one in children):
            opened = next(at for at, one in enumerate(children) if one.type == "strong_open")
            closed = next(at for at, one in enumerate(children) if one.type == "strong_close")
            found.append("".join(one.content for one in children[opened:closed] if one.type != "html_inline"))
    return found


def shown(title: str, untitled: str = "(no title)") -> str:
    return make_harmless(title) or untitled


def test_markdown_it_finds_five_hundred_titles_and_no_structure_of_theirs() -> None:
    assert len(titles(COUNT)) == COUNT
    text = written("markdown", hostile())
    check_markdown(text, hostile())
    assert yaml.safe_load(text.split("---\n")[1])["events"] == COUNT


@given(marked)
@settings(max_examples=150, deadline=None)
def test_no_title_whatever_becomes_markdown(title: str) -> None:
    timeline = titled(title)
    check_markdown(written("markdown", timeline), timeline)


PANDOC_ALLOWED = {
    *("Header", "Para", "Plain", "BulletList", "Str", "Space", "SoftBreak", "Strong", "Code", "Span", "Note", "Link"),
    "RawInline",
}


def walked(node: object) -> Iterator[dict[str, Any]]:
    """Every element of a pandoc document."""
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for value in node.values():
            yield from walked(value)
    elif isinstance(node, list):
        for value in node:
            yield from walked(value)


def told(node: object) -> str:
    return "".join({"Str": one.get("c", ""), "Space": " ", "SoftBreak": " "}.get(one["t"], "") for one in walked(node))


def pandoc(text: str, of: str) -> dict[str, Any]:
    assert PANDOC
    done = subprocess.run([PANDOC, "-f", of, "-t", "json"], input=text.encode(), capture_output=True, check=True)
    assert not done.stderr, done.stderr[:500]
    read: dict[str, Any] = json.loads(done.stdout)
    return read


@pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed (Debian: apt install pandoc)")
@pytest.mark.parametrize("of", ["markdown-smart", "commonmark_x-smart"])
def test_pandoc_finds_five_hundred_titles_and_no_structure_of_theirs(of: str) -> None:
    read = pandoc(written("markdown", hostile()), of)
    elements = list(walked(read["blocks"]))
    assert {one["t"] for one in elements} <= PANDOC_ALLOWED
    assert sum(one["t"] == "Note" for one in elements) == COUNT
    for one in elements:
        if one["t"] == "Link":
            assert one["c"][2][0].startswith(("https://example.org/", "https://www.wikidata.org/"))
        if one["t"] == "RawInline":
            assert SPAN.fullmatch(one["c"][1])
    items = [item for one in read["blocks"] if one["t"] == "BulletList" for item in one["c"]]
    strong = [next((one["c"] for one in walked(item[0]) if one["t"] == "Strong"), None) for item in items[:COUNT]]
    assert [told(one) for one in strong] == [shown(event.title) for event in hostile().events]


# HTML


class Page(HTMLParser):
    """Counts elements, keeps headings, and checks that all are closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.titles: list[str] = []
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.attributes |= {(tag, name) for name, _ in attrs}
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if tag == "h3" and "article" in self.open:
            self.titles.append("")
        for name, value in attrs:
            if name in ("href", "src"):
                assert (value or "").startswith(("https://example.org/", "#")), value

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "h3" and "article" in self.open:
            self.titles[-1] += data


def page(timeline: Timeline, code: str = "en") -> Page:
    read = Page()
    read.feed(written("html", timeline, code))
    read.close()
    assert read.open == []
    return read


@cache
def plain_page() -> Page:
    return page(titled("raid"))


def check_html(timeline: Timeline, code: str = "en") -> None:
    """The same elements as a page whose titles are harmless has, and the titles as text."""
    read, untitled = page(timeline, code), teller(code).said("no_title")
    events = (*timeline.events, *timeline.undated)
    assert [title.removeprefix("★ ") for title in read.titles] == [
        shown(event.title, untitled).removeprefix("★ ") for event in events
    ]
    assert read.counts["article"] == len(events)
    assert read.counts["script"] == read.counts["style"] == read.counts["title"] == 1
    assert set(read.counts) <= set(plain_page().counts)
    assert read.attributes <= plain_page().attributes


def test_html_is_read_back_without_an_injected_element() -> None:
    check_html(hostile())


@given(marked)
@settings(max_examples=100, deadline=None)
def test_no_title_whatever_becomes_html(title: str) -> None:
    check_html(titled(title))


# Data


def said(value: str) -> str:
    """What a cell of a table was made of."""
    return value.removeprefix("'")


def test_csv_is_read_back_and_no_cell_is_a_formula_or_commands_a_terminal() -> None:
    """Equal but for what commands; JSON has that too, as escapes."""
    read = list(csv.DictReader(io.StringIO(written("csv", hostile()), newline="")))
    for row, event in zip(read, hostile().events, strict=True):
        assert (said(row["title"]), said(row["quote"])) == (
            make_inert(event.title),
            make_inert(event.evidence[0].exact),
        )
        assert not [value for value in row.values() if COMMANDING.search(value)]
        assert not [value for value in row.values() if value.lstrip(" ").startswith(tuple("=+-@＝\t\r\n"))]


@given(marked)
@settings(max_examples=150, deadline=None)
def test_any_title_is_read_back_from_csv(title: str) -> None:
    [row, undated] = csv.DictReader(io.StringIO(written("csv", titled(title)), newline=""))
    assert said(row["title"]) == said(row["note"]) == said(undated["title"]) == make_inert(title)


def test_icalendar_reads_five_hundred_titles_back() -> None:
    text = written("ics", hostile())
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    assert [one.name for one in calendar.subcomponents] == ["VEVENT"] * COUNT
    for one, event in zip(calendar.subcomponents, hostile().events, strict=True):
        assert not one.errors
        assert str(one["SUMMARY"]) == (make_harmless(event.title) or event.id)


@given(marked)
@settings(max_examples=100, deadline=None)
def test_any_title_is_one_entry_of_a_calendar(title: str) -> None:
    calendar = icalendar.Calendar.from_ical(written("ics", titled(title)))
    assert [one.name for one in calendar.subcomponents] == ["VEVENT", "VJOURNAL"]
    assert str(calendar.subcomponents[0]["SUMMARY"]) == (make_harmless(title) or "e1")


@pytest.mark.parametrize("format", ["json", "timelinejs", "annotation"])
def test_json_is_one_value(format: str) -> None:
    read = json.loads(written(format, hostile()))
    if format == "json":
        assert [event["title"] for event in read["events"]] == [event.title for event in hostile().events]
    if format == "timelinejs":
        jsonschema.validate(read, schemas.TIMELINEJS)
        assert not re.search(r"<(?!/?(?:p|b|a|bdi|span|blockquote)[ >])", json.dumps(read["events"]))
    if format == "annotation":
        jsonschema.validate(read, schemas.ANNOTATION)


@pytest.mark.parametrize("format", ["jsonl", "timesketch", "ftm"])
def test_json_lines_are_a_value_a_line(format: str) -> None:
    read = [json.loads(line) for line in written(format, hostile()).split("\n")[:-1]]
    assert len(read) >= COUNT


def test_markwhen_has_an_entry_a_title_and_no_line_of_theirs() -> None:
    lines = written("markwhen", hostile()).split("\n")
    known = (
        r"\d{4}-\d\d-\d\d: .*",
        "> .*",
        r"## 2023",
        "id: .*",
        "edtf: .*",
        "precision: day",
        "status: draft",
        "",
        "---",
    )
    assert not [
        line for line in lines if not re.fullmatch("|".join((*known, "title: Timeline", "timezone: UTC")), line)
    ]
    assert sum(bool(re.match(r"\d{4}-\d\d-\d\d: ", line)) for line in lines) == COUNT
    assert not [line for line in lines if line.startswith("> ") and re.search(r"(?:^|\s)#\w", line)]


@pytest.mark.parametrize("format", EXPORTERS)
def test_what_commands_a_terminal_or_turns_the_text_is_in_no_document(format: str) -> None:
    assert not COMMANDING.search(written(format, hostile()))


@given(st.text())
def test_json_gives_every_letter_back(text: str) -> None:
    said = dumps({"a": text})
    assert json.loads(said) == {"a": text}
    assert not COMMANDING.search(said)
