"""Numbers by which titles are made: a case on both sides of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

import pytest

from tests.core.words import known, phrasing, report, timeline
from timeline_core.events.accounts import read, reading_of
from timeline_core.events.titles.asides import Part, Rank
from timeline_core.events.titles.edits import title
from timeline_core.events.titles.fitting import Room, fitted
from timeline_core.events.titles.meant.subjects import Subjects
from timeline_core.events.titles.parts import Parts
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span

ATTACK = "Rebels attacked the northern port of Marj and the old mill on Friday."
JOURNEY = ["ثم انتقل إلى حلب.", "ثم عاد إلى حمص.", "ثم ذهب إلى إدلب."]
SPEECH = ["وأضاف أن الطريق مقطوعة.", "وأكد أن السوق مغلقة.", "وأوضح أن المدرسة خالية.", "وذكر أن المطحنة مهدمة."]


def titled(headline: str, text: str = ATTACK) -> bool:
    """Whether the report's own headline stands for its only event."""
    [event] = timeline(report(text, "2023-05-20", title=headline)).events
    assert event.title in (headline.split(".. ")[-1], text.removesuffix(" on Friday."))
    return event.title == headline.split(".. ")[-1]


def subject(text: str) -> str | None:
    """Whom the last verb of the text leaves out, in its words."""
    reading = reading_of(read(report(text, "2023-05-20"), known()), known())
    trees = Trees(reading, known().parsers)
    last = [sentence for paragraph in reading.paragraphs for sentence in paragraph.sentences][-1]
    tree = trees.of(last)
    assert tree is not None
    [*_, verb] = [one for one in tree.predicates if one.clause.head is one]
    found = Subjects(reading, trees).of(last, verb)
    return None if found is None else found.words.of(text)


@pytest.mark.parametrize(
    ("headline", "whole"), [("Rebels attacked Marj port gladly", True), ("Rebels attacked port gladly", False)]
)
def test_one_word_in_four_of_a_headline_may_be_told_otherwise(headline: str, *, whole: bool) -> None:
    assert titled(headline) is whole


@pytest.mark.parametrize(
    ("headline", "whole"),
    [
        ("Exclusive video.. Rebels attacked Marj port", True),
        ("New exclusive video.. Rebels attacked Marj port", False),
    ],
)
def test_two_words_before_a_headline_may_call_for_attention(headline: str, *, whole: bool) -> None:
    assert titled(headline) is whole


@pytest.mark.parametrize(("headline", "whole"), [("Rebels attacked Marj", True), ("Rebels attacked", False)])
def test_a_headline_shares_two_words_beside_its_verb(headline: str, *, whole: bool) -> None:
    assert titled(headline) is whole


@pytest.mark.parametrize(
    ("told", "called", "whole"),
    [("port", "ports", True), ("inn", "inns", False), ("port", "portal", True), ("port", "porters", False)],
)
def test_two_forms_of_a_word_of_four_letters_differ_in_two_at_their_end(told: str, called: str, *, whole: bool) -> None:
    text = f"Rebels attacked the northern {told} of Marj on Friday."
    assert titled(f"Rebels attacked Marj {called}", text) is whole


@pytest.mark.parametrize(("text", "said"), [("وشن غارة", "شن غارة"), ("ود قتل جندي", "ود قتل جندي")])
def test_a_joint_goes_where_two_letters_are_left(text: str, said: str) -> None:
    assert title(text, [Span(0, len(text))], [], phrasing("ar")) == said


@pytest.mark.parametrize(("word", "whole"), [("ox", True), ("cow", False)])
def test_a_word_of_two_letters_tells_nothing_by_itself(word: str, *, whole: bool) -> None:
    assert titled(f"Rebels attacked Marj {word}") is whole


@pytest.mark.parametrize(("between", "found"), [(5, "السفير"), (6, None)])
def test_six_verbs_before_it_share_the_subject_of_a_verb(between: int, found: str | None) -> None:
    verbs = ["انتقل إلى حلب", "عاد إلى حمص", "ذهب إلى إدلب", "رجع إلى درعا", "مضى إلى تدمر", "خرج إلى الرقة"]
    joined = " ".join(f"و{verb}" for verb in verbs[:between])
    assert subject(f"وصل السفير إلى عدن {joined} وغادر إلى القاهرة.") == found


@pytest.mark.parametrize(("between", "found"), [(2, "السفير"), (3, None)])
def test_who_acts_is_looked_for_three_sentences_back(between: int, found: str | None) -> None:
    assert subject(f"وصل السفير إلى عدن. {' '.join(JOURNEY[:between])} وغادر إلى القاهرة.") == found


@pytest.mark.parametrize(("between", "found"), [(3, "الناطق"), (4, None)])
def test_who_speaks_is_looked_for_four_sentences_back(between: int, found: str | None) -> None:
    assert subject(f"قال الناطق إن الجسر مغلق. {' '.join(SPEECH[:between])} وحذر من انهيار السد.") == found


@pytest.mark.parametrize(("before", "found"), [("من حلب", "السفير"), ("من حلب بالقطار", None)])
def test_the_subject_that_two_verbs_share_is_the_third_group_at_most(before: str, found: str | None) -> None:
    assert subject(f"وصل إلى عدن {before} السفير وغادر إلى القاهرة.") == found


@dataclass
class Given:
    """The parts of a clause, as a case gives them."""

    statement: Sequence[int] = ()
    tail: Sequence[int] = ()
    part: Sequence[Part] = ()

    def statements(self, _: Span) -> Iterable[int]:
        return self.statement

    def tails(self, _: Span) -> Iterable[int]:
        return self.tail

    def spare(self, _: Span) -> Iterable[Part]:
        return self.part

    def gaps(self, _: Span) -> Iterable[Span]:
        return ()

    def loose_tails(self, _: Span) -> Iterable[int]:
        return ()

    def edges(self, _: Span) -> Iterable[int]:
        return ()


def shortened(given: Given, cells: int = 150) -> tuple[str, ...]:
    """The titles that are tried of one of so many cells, up to the one that fits."""
    text, tried = "x" * cells, list[str]()

    def render(without: Sequence[Span]) -> str:
        tried.append("x" * (cells - sum(one.end - one.start for one in without)))
        return tried[-1]

    fitted(Room(text, [Span(0, cells)], (), text), cast("Parts", given), render)
    return tuple(tried)


@pytest.mark.parametrize(("cells", "tried"), [(126, True), (127, False)])
def test_a_way_is_tried_that_six_cells_of_marks_would_make_short_enough(cells: int, *, tried: bool) -> None:
    assert (len(shortened(Given(statement=[cells]))[0]) == cells) is tried


@pytest.mark.parametrize(("rank", "cells"), [(Rank.COMMENT, 110), (Rank.OFFICE, 150)])
def test_a_list_is_spared_what_stands_beside_a_statement_and_not_who_speaks(rank: Rank, cells: int) -> None:
    assert len(shortened(Given(part=[Part(rank, Span(10, 50))]))[-1]) == cells


def test_who_speaks_is_told_by_his_name_alone_before_words_are_cut_behind_him() -> None:
    assert len(shortened(Given(tail=[170], part=[Part(Rank.OFFICE, Span(10, 90))]), 250)[-1]) == 170


@pytest.mark.parametrize(
    ("between", "told"), [("", "Adel Shukri"), ("It rained. ", "Adel Shukri"), ("It rained. It was dark. ", "He")]
)
def test_a_person_is_told_two_sentences_back_at_most(between: str, told: str) -> None:
    text = f"The driver, Adel Shukri, was arrested in Giza on Friday. {between}He was freed after a week."
    found = timeline(report(text, "2023-05-20"))
    titles = [event.title for event in (*found.events, *found.undated)]
    assert f"{told} was freed after a week" in titles
