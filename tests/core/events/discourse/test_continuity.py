"""Each row that speaks for a clause going on with a happening: a text in which it holds, and one that it leaves."""

from __future__ import annotations

import pytest

from tests.core.events.discourse.rows import holds, spied
from tests.core.words import report, timeline
from timeline_core.events.discourse import discourse
from timeline_core.events.discourse.continuity import ROWS, how_continues, may_continue
from timeline_core.events.discourse.coreference import ENOUGH
from timeline_core.events.discourse.pairs import Pair
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.event import Event, Kind

CASES = {
    "points back": (
        "Police arrested a baker on Monday. The arrest took the dead by surprise.",
        "Police arrested a baker on Monday. An arrest took the dead by surprise.",
    ),
    "any happening": (
        "Gunmen shot a baker on Monday. The incident took place near a school.",
        "Gunmen shot a baker on Monday. An incident with shells took place near a school.",
    ),
    "its course": (
        "A frigate foiled a raid on a ferry on Monday. The frigate altered its course near the shells.",
        "A frigate foiled a raid on a ferry on Monday. The whale altered its course near the shells.",
    ),
    "scene again": (
        "Gunmen shot a baker on Monday. The attack took the town by surprise.",
        "Gunmen shot a baker on Monday. An attack with shells took the town by surprise.",
    ),
    "same number": (
        "Seven men died in Sirte on Monday. Shells fell on seven dead men.",
        "Seven men died in Sirte on Monday. Shells fell on six dead men.",
    ),
    "one of its scene": (
        "A raid hit Sirte on Monday. Five bombs were dropped.",
        "Ministers met in Sirte on Monday. Five bombs were dropped.",
    ),
    "story of its scene": (
        "A raid hit Sirte on Monday. Five bombs were dropped.",
        "A raid hit Sirte on Monday. A mine killed two on Tuesday. Five bombs were dropped.",
    ),
    "taken up": (
        "Gunmen shot a baker on Monday. Shells fell on the baker.",
        "Gunmen shot a baker on Monday. Shells fell on a wall.",
    ),
    "same verb": (
        "Five shells fell on Sirte on Monday. Two rockets fell on a bridge.",
        "Five shells fell on Sirte on Monday. Two rockets landed on a bridge.",
    ),
    "same place": (
        "A raid hit Sirte on Monday. Shells fell on Sirte.",
        "A raid hit Sirte on Monday. Shells fell on a bridge.",
    ),
    "in one breath": (
        "Gunmen stormed a bank in Sirte on Monday, and kept the keys.",
        "Gunmen stormed a bank in Sirte on Monday, and shells fell on a bridge.",
    ),
    "one sentence": (
        "Gunmen killed a baker in Sirte on Monday, and shells fell on a bridge.",
        "Gunmen killed a baker in Sirte on Monday. Shells fell on a bridge.",
    ),
    "beside it": (
        "A raid hit Sirte on Monday. Five bombs were dropped.",
        "A raid hit Sirte on Monday. Police arrested a baker. Five bombs were dropped.",
    ),
    "the story": (
        "A raid hit Sirte on Monday. Five bombs were dropped.",
        "The sun shone over Derna. A raid hit Sirte on Monday. Five bombs were dropped.",
    ),
}
"""Name of a row -> a text whose last clause has it with the first happening, and one whose last has not."""


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    monkeypatch.setattr(discourse, "may_continue", lambda _: True)
    return spied(monkeypatch, "how_continues", how_continues)


def happenings(text: str) -> list[Event]:
    """What the text tells to have happened."""
    return [event for event in timeline(report(text, "2023-05-17")).events if event.kind is Kind.OCCURRENCE]


def test_every_row_has_its_two_texts() -> None:
    assert {row.name for row in ROWS} == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_row_holds_where_its_text_says_and_not_where_it_must_not(name: str, pairs: list[Pair]) -> None:
    found = tuple(holds(ROWS, name, text, pairs) for text in CASES[name])
    assert found == (True, False)


def test_what_goes_on_with_a_happening_is_not_passed_over_before_it_is_drafted(pairs: list[Pair]) -> None:
    for text in (text for texts in CASES.values() for text in texts):
        timeline(report(text, "2023-05-17"))
    assert all(may_continue(pair) for pair in pairs if pair.mention.kind is Kind.OCCURRENCE and how_continues(pair))


def test_what_only_goes_with_a_clause_gives_it_to_nothing() -> None:
    assert sum(row.weight for row in ROWS if not row.points) > ENOUGH
    [raid] = happenings("A raid hit Sirte on Monday. The sun dried five boats.")
    assert len(raid.evidence) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A raid hit a camp near Sirte on Monday. Five bombs were dropped.", "Five bombs were dropped"),
        ("قصفت طائرات مخيما قرب إدلب الاثنين. وسقطت قذائف قرب المدرسة.", "سقطت قذائف قرب المدرسة"),
        ("A blast tore through a market in Sirte on Monday. The blast took the town by surprise.", "The blast took"),
        ("هز انفجار سوقا في إدلب الاثنين. وقد وقع الانفجار قرب فرن.", "وقع الانفجار قرب فرن"),
    ],
)
def test_a_clause_that_goes_on_is_one_more_quote_of_the_happening(text: str, quote: str) -> None:
    [told] = happenings(text)
    assert any(quote in piece.exact for piece in told.evidence)
    assert all(piece.expression is not None for piece in told.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "A raid hit a camp near Sirte on Monday. Five bombs were dropped on Derna.",
        "A raid hit a camp near Sirte on Monday. A second raid dropped five bombs.",
        "A raid hit a camp near Sirte on Monday. Five bombs may be dropped.",
        "قصفت طائرات مخيما قرب إدلب الاثنين. ويخشى الأهالي أن تسقط قذائف.",
    ],
)
def test_a_clause_of_another_place_or_of_what_has_not_happened_is_no_quote(text: str) -> None:
    first = min(happenings(text), key=lambda event: event.evidence[0].span)
    assert len(first.evidence) == 1


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("A quake hit Sirte on Monday. A weather service said the quake took place at noon.", 0),
        ("A blast killed seven men in Sirte on Monday. Rescuers said seven men died in the blast.", 0),
        ("A blast killed seven men in Sirte on Monday. Hezbollah said that the road was in a bad state.", 1),
        ("قتل سبعة مدنيين بانفجار في إدلب الاثنين. وقال مسعفون إن سبعة مدنيين قتلوا في الانفجار.", 0),
        ("قتل سبعة مدنيين بانفجار في إدلب الاثنين. وقالت وزارة الصحة إن الطريق مقطوع.", 1),
    ],
)
def test_who_only_tells_again_what_was_told_makes_no_statement(text: str, statements: int) -> None:
    found = timeline(report(text, "2023-05-17")).events
    assert len([event for event in found if event.kind is Kind.ANNOUNCEMENT]) == statements
    if not statements:
        [told] = [event for event in found if event.kind is Kind.OCCURRENCE]
        assert len(told.evidence) > 1


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Naim Qassem said on Monday that the road was in a bad state. He added that the bridge was closed.", 2),
        ("Naim Qassem said on Monday that the road was in a bad state. A neighbour added that it was closed.", 1),
        ("قال نعيم قاسم الاثنين إن الطريق في حالة سيئة. وأضاف أن الجسر مغلق.", 2),
        ("قال نعيم قاسم الاثنين إن الطريق في حالة سيئة. ويذكر أن الجسر مغلق.", 1),
    ],
)
def test_who_goes_on_speaking_makes_one_statement(text: str, quotes: int) -> None:
    [statement] = timeline(report(text, "2023-05-17")).events
    assert len(statement.evidence) == quotes


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A blast killed seven men in Sirte on Monday. Hezbollah said the blast took place at noon.", "Hezbollah said"),
        (
            "A quake hit Sirte on Monday. Hezbollah said it reached a magnitude of 5.",
            "Hezbollah said it reached a magnitude",
        ),
        ("قتل سبعة مدنيين بانفجار في إدلب الاثنين. وقال حزب الله إن الانفجار وقع ظهرا.", "قال حزب الله"),
    ],
)
def test_who_says_again_what_was_told_is_quoted_and_named_as_its_source(text: str, source: str) -> None:
    [told] = timeline(report(text, "2023-05-17")).events
    assert any(source in piece.exact for piece in told.evidence)
    assert in_roles(told.roles, ActorRole.SOURCE) == ("hezbollah",)
    assert in_roles(told.roles, ActorRole.AGENT) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gunmen stormed a bank in Sirte on Monday, and left it.", 1),
        ("Gunmen stormed a bank in Sirte on Monday, and police arrested a baker.", 2),
    ],
)
def test_what_is_done_to_the_same_in_one_breath_is_no_happening_of_its_own(text: str, number: int) -> None:
    assert len(happenings(text)) == number
