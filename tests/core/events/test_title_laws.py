"""Laws of every title: its words are the report's, its marks are closed, and it has no loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from seeds.load import report_paths
from tests.core.test_derive import read
from tests.core.words import phrasing, timeline
from timeline_core.events.titles.length import WIDEST
from timeline_core.model.event import Telling
from timeline_core.model.report import Report
from timeline_core.text.words import words

GOLD = Path(__file__).parents[2] / "gold"
DOSSIERS = {"sample": tuple(report_paths())} | {
    path.parent.name: tuple(sorted(path.parent.glob("*.md"))) for path in sorted(GOLD.glob("*/gold.json"))
}
OWNER = re.compile(r"['’]s$")
"""What a name bears that stands for “his” or “her”."""
PRONOUNS = ("ه", "ها", "هم", "هن")
PAIRS = ("“”", "«»", "()", "[]")


@cache
def told(dossier: str) -> tuple[tuple[Telling, Report], ...]:
    """Every telling of the dossier, with its report."""
    reports = {report.id: report for report in map(read, DOSSIERS[dossier])}
    made = timeline(*reports.values())
    tellings = (one for event in (*made.events, *made.undated) for one in event.tellings)
    return tuple((one, reports[one.report]) for one in tellings)


def spelled(text: str) -> list[str]:
    return [word.folded for word in words(text)]


def is_same(word: str, other: str) -> bool:
    """The word is that of the text, where a letter may be glued to it, or the pronoun whom a name stands for."""
    if other.endswith(word) or other == OWNER.sub("", word):
        return True
    return other.startswith(word) and other[len(word) :] in PRONOUNS


def stands_in(sought: list[str], text: list[str]) -> bool:
    """The words stand in the text in their order; the first letter of the first may be glued to another there."""
    places: Iterator[str] = iter(text)
    return all(any(is_same(word, other) for other in places) for word in sought)


def is_told(title: list[str], text: list[str]) -> bool:
    """In the report's order, but for one run of words, itself the report's: who speaks, or the subject filled in."""
    cuts = [(start, end) for start in range(len(title)) for end in range(start + 1, len(title) + 1)]
    put = (title[start:end] for start, end in cuts)
    left = (title[:start] + title[end:] for start, end in cuts)
    return stands_in(title, text) or any(
        stands_in(rest, text) and stands_in(run, text) for run, rest in zip(put, left, strict=True)
    )


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_the_words_of_a_title_are_the_words_of_its_report(dossier: str) -> None:
    foreign = [
        one.title
        for one, report in told(dossier)
        if not is_told(spelled(one.title.removesuffix("…")), spelled(f"{report.title}\n{report.text}"))
    ]
    assert told(dossier)
    assert foreign == []


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_what_a_title_opens_it_closes(dossier: str) -> None:
    torn = [
        one.title
        for one, _ in told(dossier)
        if any(one.title.count(pair[0]) != one.title.count(pair[1]) for pair in PAIRS) or one.title.count('"') % 2
    ]
    assert told(dossier)
    assert torn == []


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_title_has_no_loose_ends_and_fits_a_list(dossier: str) -> None:
    loose = [one.title for one, report in told(dossier) if _is_loose(one.title, one.lang or report.lang)]
    assert told(dossier)
    assert loose == []


def _is_loose(title: str, code: str) -> bool:
    run = words(title)
    ends = run[-1].folded in phrasing(code).titles.trails and not title.endswith("…")
    return ends or title[:1] in "،,؛;:.…" or title[-1:] in "،,؛;:" or cell_len(title) > WIDEST
