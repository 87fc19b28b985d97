"""The timeline to be read: a day, a sentence, a footnote for each report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.builders import founding
from tests.core.export.words import SCOPE, decided
from tests.core.words import teller
from timeline_core.export import EXPORTERS, SUFFIXES, format_of


def written(code: str = "en") -> str:
    return EXPORTERS["brief"](founding(), teller(code), SCOPE)


def test_an_event_is_a_day_a_sentence_and_the_marks_of_its_reports() -> None:
    assert re.search(r"(?m)^\*\*Thursday 20 January 2022\*\* — .*غويران.* \[\^1\]$", written())
    assert re.search(r"(?m)^\*\*Friday 10 February 2023\*\* — .* \[\^1\]\[\^2\]$", written())


def test_every_report_has_one_footnote_and_every_mark_a_report() -> None:
    text = written()
    notes = re.findall(r"(?m)^\[\^(\d)\]: (.*)$", text)
    assert [number for number, _ in notes] == ["1", "2"]
    assert {*re.findall(r"\[\^(\d)\]", text)} == {"1", "2"}
    assert all("published" in note for _, note in notes)


def test_what_would_deceive_a_reader_stands_with_the_event() -> None:
    [planned] = [line for line in written().splitlines() if line.startswith("**Wednesday 1 March 2023**")]
    [denied] = [line for line in written().splitlines() if line.startswith("**Friday 17 February 2023**")]
    assert "planned" in planned
    assert "denie" in denied
    assert "**Undated** — " in written()


def test_it_speaks_the_language_of_who_tells_and_bears_a_title_of_ones_own() -> None:
    assert "يناير" in written("ar") or "كانون" in written("ar")
    titled = EXPORTERS["brief"](founding(), replace(teller("en"), title="After *the* fire"), SCOPE)
    assert titled.startswith("# After \\*the\\* fire\n")


@pytest.mark.parametrize("format", ["markdown", "html", "kml", "ics", "timelinejs"])
def test_a_title_of_ones_own_stands_in_every_document(format: str) -> None:
    text = EXPORTERS[format](decided(), replace(teller("en"), title="After <b>the</b> fire"), SCOPE)
    assert "After " in text
    assert "<b>the" not in text or format in ("ics", "markdown")


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("raid.md", "markdown"),
        ("raid.BRIEF.md", "brief"),
        ("raid.acled.csv", "acled"),
        ("raid.csv", "csv"),
        ("raid.htm", "html"),
        ("raid", None),
        ("raid.pages", None),
    ],
)
def test_a_name_tells_the_format(name: str, format: str | None) -> None:
    assert format_of(name) == format


def test_every_format_has_an_ending() -> None:
    assert {*SUFFIXES.values()} == {*EXPORTERS}
