"""Every reason proves its value: worked out again from what is shown, it is the same."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from seeds.load import knowledge, languages
from tests.depth import one_in
from timeline_core.events.accounts import expressions
from timeline_core.events.cross_dating import dated
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.model.when import When, on
from timeline_core.temporal.proof import ends, rebuilt, recomputed
from timeline_core.temporal.reasons import steps
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve
from timeline_core.temporal.senses.sense import Antecedents, Here, Sense

ROOT = Path(__file__).parents[3]
LANGUAGES = languages()
CORPORA = ROOT.parent / "shared" / "data"
NET = timedelta(121 * 366)
_SHARE = 7
"""Of the reports of the corpora one in so many is read."""


def shown(one: Expression) -> tuple[str, str | None] | None:
    return None if one.when is None or not one.when.resolved else (one.when.edtf, one.when.mod)


def again(one: Expression) -> tuple[str, str | None] | None:
    found = recomputed(one.reason)
    return None if found is None or not found.resolved else (found.edtf, found.mod)


def said_cases() -> Iterator[Any]:
    for code in LANGUAGES:
        file = tomllib.loads((ROOT / "seeds" / "languages" / f"{code}.cases.toml").read_text("utf-8"))
        for kind in ("means", "finds"):
            for case in file.get(kind, []):
                for phrase in case.get("say", [case.get("text")]):
                    yield code, phrase, case.get("published")


def of_cases() -> Iterator[tuple[str, Expression]]:
    for code, phrase, published in said_cases():
        day = on(published) if isinstance(published, date) else None
        for one in resolve(phrase, recognise(phrase, LANGUAGES[code]), day, Origin.PUBLISHED):
            yield code, one


def test_the_reasons_of_all_cases_give_their_values() -> None:
    wrong = [(one.text, shown(one), again(one)) for _, one in of_cases() if shown(one) != again(one)]
    assert wrong == []


SAMPLES = [date(2023, 2, 16), date(2015, 8, 6), date(2009, 12, 19)]


def test_two_readings_that_give_other_values_are_told_in_other_words() -> None:
    """The line of a reason names all that tells one reading from another: numbers, turns, units, weekdays."""
    told: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for code, one in of_cases():
        sense = rebuilt(one.reason.rule, dict(one.reason.slots))
        values = tuple(
            str(sense.value(Here(day, antecedents=Antecedents(last=on(day), day=on(day))))) for day in SAMPLES
        )
        told.setdefault((code, steps(one, LANGUAGES[code]).said), set()).add(values)
    assert {line: values for line, values in told.items() if len(values) > 1} == {}


def documents() -> Iterator[tuple[str, When | None, str]]:
    """Name, published day and text of every report of the corpora beside the project."""
    for path in sorted(CORPORA.rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            held = json.loads(line)
            text = held.get("text") or held.get("content")
            day = held.get("published") or held.get("dct")
            if isinstance(text, str) and text.strip() and not text.endswith(".md"):
                yield f"{path.parent.name} {held.get('id')}", None if day is None else When(day[:10]), text
    for path in sorted(CORPORA.glob("news/*.zip")):
        with ZipFile(path) as box:
            for name in box.namelist():
                for held in json.loads(box.read(name)):
                    if held["content"].strip():
                        yield f"{path.stem} {held['url']}", When(held["date_extracted"][:10]), held["content"]


class Told(NamedTuple):
    """A report of the corpora."""

    name: str
    published: When | None
    expressions: tuple[Expression, ...]
    looking_back: frozenset[Span]
    """Where dates stand behind a verb of the past."""


@pytest.fixture(scope="module")
def read() -> list[Told]:
    if not CORPORA.is_dir():
        pytest.skip(f"no corpora at {CORPORA}: nothing to read")
    known, found = knowledge(), list[Told]()
    for name, day, text in islice(documents(), 0, None, one_in(_SHARE)):
        [one] = dated([Report(id=name, text=text, published=day, sha256="0" * 64)], known)
        looking_back = frozenset(m.span for m in one.mentions if isinstance(m.meaning, Sense) and m.meaning.past)
        found.append(Told(name, day, expressions(one, known), looking_back))
    return found


def test_every_reason_of_the_corpora_gives_its_value(read: list[Told]) -> None:
    wrong = [
        (name, one.text, shown(one), one.reason)
        for name, _, found, _ in read
        for one in found
        if one.reason.rule != "fallback" and shown(one) is not None and shown(one) != again(one)
    ]
    assert wrong == []


ENDS = [
    ("The fair ran from July 1 to 3, 1863.", [("July 1", "1863-07-01"), ("3, 1863", "1863-07-03")]),
    ("They ruled in 1861-1863.", [("1861", "1861"), ("1863", "1863")]),
    ("The storm raged from 28 December to 2 January.", [("28 December", "2018-12-28"), ("2 January", "2019-01-02")]),
    ("من 26 إلى 30 أيار", [("26", "2019-05-26"), ("30 أيار", "2019-05-30")]),
]


@pytest.mark.parametrize("text, parts", ENDS)
def test_the_ends_of_a_stretch_have_reasons_of_their_own(text: str, parts: list[tuple[str, str]]) -> None:
    language = LANGUAGES["en" if text.isascii() else "ar"]
    [mention] = recognise(text, language)
    [whole] = resolve(text, [mention], When("2019-06-01"), Origin.PUBLISHED)
    found = ends(text, whole, mention.ends)
    assert [(one.text, one.when.edtf if one.when else None) for one in found] == parts
    assert [again(one) for one in found] == [shown(one) for one in found]


def test_a_single_date_has_no_ends() -> None:
    [mention] = recognise("On 3 May 2011 it ended.", LANGUAGES["en"])
    assert mention.ends == ()


def test_no_value_of_the_corpora_lies_lifetimes_away_unless_its_year_or_distance_is_written(read: list[Told]) -> None:
    far = [(name, one.text, shown(one)) for name, day, found, _ in read for one in found if is_far(one, day)]
    assert far == []


def test_no_past_fact_of_the_corpora_lies_after_its_report_unless_a_weekday_or_year_says_so(read: list[Told]) -> None:
    ahead = [
        (told.name, one.text, shown(one))
        for told in read
        for one in told.expressions
        if told.published is not None and told.published.last is not None and one.span in told.looking_back
        if "side" in dict(one.reason.slots) and not dict(one.reason.slots).get("weekday")
        if one.when is not None and (When(one.when.edtf).first or date.min) > told.published.last
    ]
    assert ahead == []


def is_far(one: Expression, day: When | None) -> bool:
    """True for a date more than 120 years from its report and from the date of the text that it was counted from."""
    if day is None or day.first is None or one.when is None or one.when.first is None:
        return False
    if one.reason.origin is Origin.NONE or any(slot == "count" for slot, _ in one.reason.slots):
        return False
    near = [day.first, When(one.reason.anchor).first or day.first]
    return all(abs(one.when.first - one_day) > NET for one_day in near)
