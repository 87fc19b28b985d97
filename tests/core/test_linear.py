"""What one report costs grows with its length, and no faster: counted in calls, never timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from benchmarks.hostile import BOUND, longest, report
from seeds.load import knowledge
from timeline_core.events import budget
from timeline_core.events.accounts import account, read
from timeline_core.events.discourse.blocks import MOST
from timeline_core.events.discourse.discourse import MOST_QUOTES
from timeline_core.events.roles import naming
from timeline_core.model.block import Block, BlockRole
from timeline_core.model.in_order import InOrder
from timeline_core.model.latest import NOWHERE, Latest
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.names.coreference.salience import Salience
from timeline_core.text.sentences import LONGEST_PARAGRAPH, LONGEST_SENTENCE, paragraphs, sentences

QUICK = {"dots": 10_000, "spaces": 10_000, "years": 10_000, "dates a line": 2_500}
"""Those that `benchmarks/hostile.py` makes and that are counted in seconds; all others are measured there.

Each with its first length in code points: of the first three more than one paragraph and one sentence may have."""


def counted(work: Callable[[], object]) -> int:
    """How many calls the work makes, those of built-in functions among them."""
    calls = 0

    def count(*told: object) -> None:
        nonlocal calls
        calls += told[1] in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def growth(name: str, first: int) -> float:
    """How many times as much work a text of twice the length is."""
    known = knowledge()
    one, two = (report(longest(name, letters)) for letters in (first, 2 * first))
    for each in (one, two):  # what is remembered of words is remembered of both
        account(each, known)
    return counted(lambda: account(two, known)) / counted(lambda: account(one, known))


@pytest.mark.parametrize("name", QUICK)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    assert growth(name, QUICK[name]) <= BOUND


def test_the_last_value_above_a_bound_is_found() -> None:
    values = [3, 9, 4, 4, 1, 7, 2, 2, 8, 5]
    found = Latest(values)
    for last, bound in product(range(-1, len(values)), range(11)):
        wanted = [number for number in range(last + 1) if values[number] > bound]
        assert found.above(bound, last) == (wanted[-1] if wanted else NOWHERE)


def test_a_happening_has_no_more_quotes_of_one_report_than_anybody_reads() -> None:
    """A line that stood there ten thousand times was compared with all of those before it."""
    [draft] = account(report("- قتل حارس في 10 شباط 2023\n" * (MOST_QUOTES + 9)), knowledge()).drafts
    assert len(draft.evidence) == MOST_QUOTES


def test_a_mention_is_compared_with_what_was_told_last_and_on_its_day() -> None:
    """A block that is full forgets what was told longest ago, but not what was told of the day of the mention."""
    days = [date(2019, 1, 1) + timedelta(n) for n in range(MOST + 50)]
    lines = [f"- A clerk of ward {n} was killed by a guard on {day.day} {day:%B %Y}.\n" for n, day in enumerate(days)]
    again = "- The clerk of ward 3 was killed on 4 January 2019 by the guard of ward 3.\n"
    drafts = account(report("".join([*lines, again])), knowledge()).drafts
    assert [len(draft.evidence) for draft in drafts] == [2 if n == 3 else 1 for n in range(len(days))]


@pytest.mark.parametrize("sign", [".", "!", "؟", "…"])
def test_a_run_of_stops_is_looked_at_once(sign: str) -> None:
    """A run that ends no sentence was tried again from each of its signs: 20 kB of dots took eight seconds."""
    text = sign * 200_000 + "قتل"
    assert len(paragraphs(text)) > 1
    assert [*sentences(sign * 9 + "قتل جنديان.", Span(0, 20))] == [Span(0, 20)]


@pytest.mark.parametrize("mark", ["*", "†", "¹", "²,¹", "(1)", "[1]"])
def test_marks_of_notes_are_read_in_one_way(mark: str) -> None:
    """Marks in a row could be parted in as many ways as they are: forty of them never ended."""
    text = "A bridge fell." + mark * 60 + "x"
    assert sentences(text, Span(0, len(text))) == (Span(0, len(text)),)
    noted = f"A bridge fell.{mark * 60} A tower stood."
    assert len(sentences(noted, Span(0, len(noted)))) == 2


def test_what_is_too_long_to_be_a_paragraph_or_a_sentence_is_read_in_parts() -> None:
    text = "A bridge fell in the flood. " * 1_000
    found = paragraphs(text)
    assert max(map(len, found)) <= LONGEST_PARAGRAPH
    assert all(span.of(text).endswith("flood.") for span in found)
    run = "bridge " * 2_000
    [first, *rest] = sentences(run, Span(0, LONGEST_PARAGRAPH))
    assert len(first) <= LONGEST_SENTENCE
    assert rest
    assert all(span.of(run).startswith("bridge") for span in (first, *rest))
    assert [len(span) for span in paragraphs("x" * 2 * LONGEST_PARAGRAPH)] == [LONGEST_PARAGRAPH] * 2


@pytest.mark.parametrize("spare", [0, 1])
def test_a_paragraph_of_the_bound_is_whole(spare: int) -> None:
    assert len(paragraphs("x" * (LONGEST_PARAGRAPH + spare))) == 1 + spare
    assert len(sentences("x" * (LONGEST_SENTENCE + spare), Span(0, LONGEST_SENTENCE + spare))) == 1 + spare


def test_names_are_found_where_they_stand() -> None:
    spans = [Span(0, 9), Span(2, 4), Span(5, 6), Span(12, 15)]
    found = InOrder(Block(BlockRole.PARAGRAPH, span) for span in spans)
    for span in (Span(start, end) for start in range(17) for end in range(start + 1, 18)):
        assert [one.span for one in found.overlapping(span)] == [one for one in spans if one.overlaps(span)]
        assert [one.span for one in found.inside(span)] == [one for one in spans if span.covers(one)]
    assert [one.span for one in found.backwards(5)] == [Span(2, 4), Span(0, 9)]


def test_the_nearest_of_all_namings_is_among_the_few_that_are_looked_at() -> None:
    """A town that stood in each line of a list was measured against each line."""
    chance = Random(5)
    for _ in range(300):
        edges = sorted(chance.sample(range(200), 2 * chance.randrange(1, 12)))
        spans = [Span(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
        starts = (chance.randrange(180) for _ in range(chance.randrange(1, 4)))
        pieces = [Span(start, start + chance.randrange(1, 40)) for start in starts]
        few = [*naming.beside(spans, pieces)]
        assert min(few, key=lambda one: naming.distance(one, pieces)) == min(
            spans, key=lambda one: naming.distance(one, pieces)
        )
        assert len(few) <= 3 * len(pieces)


def test_the_place_that_is_named_most_and_last_is_meant() -> None:
    told = Salience()
    meant = []
    for id in ("a", "", "b", "b", "a", "a", "c"):
        told.take(id)
        meant.append(told.meant)
    assert meant == ["a", "a", "", "b", "", "a", ""]


def test_a_report_that_is_too_long_is_read_to_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A bridge was opened on 3 May 2021.\nA school was closed on 4 May 2021.\nA mill burnt on 5 May 2021.\n"
    monkeypatch.setattr(budget, "MOST_READ", 80)
    blocks = (Block(BlockRole.PARAGRAPH, Span(0, 34)), Block(BlockRole.PARAGRAPH, Span(70, 98)))
    long = Report("long", text, "0" * 64, blocks=blocks)
    told = account(long, knowledge())
    assert told.read_to == 2
    assert (told.report.text, told.report.blocks) == (text, blocks)
    assert all(draft.evidence[0].span.end <= 70 for draft in told.drafts)
    assert len(told.drafts) == 2
    assert read(long, knowledge()).report.blocks == blocks[:1]
    monkeypatch.setattr(budget, "MOST_READ", len(text))
    assert account(long, knowledge()).read_to == 0
