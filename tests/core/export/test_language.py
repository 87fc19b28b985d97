"""A document in the language of who reads it, with every word of the program's own; in Arabic all from the right."""

from __future__ import annotations

import re
from string import Formatter

import pytest
import yaml

from tests.core.export.hostile import titles
from tests.core.export.test_hostile import check_html, check_markdown, hostile, written
from tests.core.export.words import SCOPE, case, decided, of_every_precision, tagged, titled
from tests.core.words import phrasing, teller
from timeline_core.export import EXPORTERS, words
from timeline_core.export.formats.acled import time_precision
from timeline_core.export.scope import Asked, Scope, scoped
from timeline_core.model.event import Figure, Kind, Status
from timeline_core.model.span import Span
from timeline_core.model.when import Mod, Precision, When
from timeline_core.timeline import Timeline
from tui.draw.detail import COUNTED

LANGUAGES = ("en", "ar")
LATIN = re.compile("[A-Za-z]{2,}")


def filed(timeline: Timeline, format: str = "markdown", scope: Scope = SCOPE, code: str = "ar") -> str:
    return EXPORTERS[format](timeline, teller(code), scope)


def slots(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_language_has_every_word_with_the_same_slots() -> None:
    first, *others = (phrasing(code).documents.words for code in LANGUAGES)
    for other in others:
        assert {key: slots(said) for key, said in other.items()} == {key: slots(said) for key, said in first.items()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_precision_sort_and_count_has_its_word(code: str) -> None:
    tell = teller(code)
    keys = [f"kind_{kind.value}" for kind in Kind] + [f"sort_{kind.value}" for kind in Kind]
    keys += [f"unit_{one.value}" for one in Precision] + [f"part_{mod.value}" for mod in Mod]
    keys += [f"status_{status.value}" for status in Status]
    keys += [f"type {entry.type}" for entry in tell.names if entry.category == "actor"]
    keys += [f"count {what}" for what in COUNTED]
    assert set(keys) <= set(tell.phrasing.documents.words)


@pytest.mark.parametrize("timeline", [case(), decided(), of_every_precision()], ids=["case", "decided", "precisions"])
def test_an_arabic_document_has_no_english_of_its_own(timeline: Timeline) -> None:
    """Behind the front matter: Latin letters stand in spans of their own, addresses and code."""
    _, _, body = filed(timeline, scope=Scope("actor:isis", 9, 2, 1, ("sensitive",), "2024-05-06")).split("---\n", 2)
    rest = re.sub(r'<span dir="ltr">.*?</span>|`[^`]*`|<https?:[^>]*>|SHA-256', "", body)
    rest = re.sub(r"r\d+", "", rest)
    given = [event.title for event in timeline.events] + [one.id for one in timeline.reports] + ["sensitive actor:isis"]
    assert set(LATIN.findall(rest)) <= {"span", "dir", "rtl", *(word for said in given for word in LATIN.findall(said))}


def test_its_front_matter_tells_pandoc_how_it_runs() -> None:
    said = yaml.safe_load(filed(case()).split("---\n")[1])
    assert (said["lang"], said["dir"], said["title"]) == ("ar", "rtl", "خط زمني")
    english = yaml.safe_load(filed(case(), code="en").split("---\n")[1])
    assert (english["lang"], english["dir"]) == ("en", "ltr")


def test_only_what_runs_the_other_way_is_isolated() -> None:
    text = filed(case())
    assert '**<span dir="rtl">' not in text
    assert '(<span dir="ltr">`2023-02-10`</span>)' in text


def test_the_page_runs_from_the_right() -> None:
    page = filed(case(), "html")
    assert '<html lang="ar" dir="rtl">' in page
    assert "<title>خط زمني</title>" in page
    assert 'data-shown="معروض {n} من {all}"' in page
    assert re.search(r"أُعدّ يوم 6 .{3,25} 2024 ببرنامج «وقائع»", page)


def test_the_same_number_of_several_reports_stands_once() -> None:
    numbers = re.findall(r"- (?:killed|wounded|operations): (.*)", filed(decided(), code="en"))
    assert len(numbers) == len(set(numbers))


def test_five_hundred_titles_become_no_structure_of_an_arabic_document() -> None:
    assert len(titles(500)) == 500
    check_markdown(written("markdown", hostile(), "ar"), hostile(), "(بلا عنوان)")
    check_html(hostile(), "ar")
    check_html(titled("<b>"), "ar")


def test_what_is_redacted_is_told_in_arabic_too() -> None:
    told = tagged("2023-02-10--5")
    shown, scope = scoped(told, told, Asked(made="2024-05-06"))
    assert "محجوب: " in filed(shown, scope=scope)


def test_a_heading_begins_with_a_capital_and_the_fact_below_does_not() -> None:
    text = filed(of_every_precision(), code="en")
    assert "\n## Early February 2023\n" in text
    assert "  - when: early February 2023 (`2023-02`); " in text
    assert "<time" in filed(of_every_precision(), "html", code="en")
    assert ">Early February 2023</time></h2>" in filed(of_every_precision(), "html", code="en")


@pytest.mark.parametrize("code, said", [("en", "up to 50"), ("ar", "50 على الأكثر")])
def test_a_most_is_told_as_one(code: str, said: str) -> None:
    one = Figure("killed", 0, 50, approximate=False, report="one", span=Span(0, 1))
    assert words.figure(one, teller(code)) == said


def test_an_uncertain_day_is_told_as_one() -> None:
    when = When("2022-03-04?")
    assert teller("en").when(when) == "Friday 4 March 2022 (not sure)"
    assert words.precision(when, teller("en")).endswith("not sure")
    assert time_precision(when) is None
