"""Which sentences without a day go on with what a report reminds of, and which are its news."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.events.discourse.background import carry_background
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Kind, Role
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.text.sentences import paragraphs, sentences

STORY, BACK = Role.STORY, Role.BACKGROUND
TEXT = (
    "Gunmen killed two guards on Friday. The attackers fled.\n"
    "In 1985 troops killed forty inmates. They shelled the market. A court jailed three officers.\n"
    "The governor resigned."
)
STARTS = [(paragraph.start, one.start) for paragraph in paragraphs(TEXT) for one in sentences(TEXT, paragraph)]


def draft(words: str, role: Role, when: str | None = None, *, person: str = "", lead: bool = False) -> Draft:
    at = TEXT.index(words)
    piece = Evidence("r", role, Span(at, at + len(words)), words, "", "", None)
    persons = frozenset({person} - {""})
    day = When(when) if when else None
    return Draft(
        "r", day, Kind.OCCURRENCE, words, "en", (piece,), tuple(persons), (), persons, (), frozenset(), frozenset(),
        lead=lead,
    )  # fmt: skip


RAID, FLED = draft("Gunmen killed", STORY, "2023-05-12"), draft("The attackers", STORY)
INMATES, MARKET, COURT = draft("In 1985", BACK, "1985"), draft("They shelled", STORY), draft("A court", STORY)
GOVERNOR = draft("The governor", STORY)


def roles(*drafts: Draft) -> list[Role]:
    return [one.role for one in carry_background(drafts, STARTS)]


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([RAID, FLED], [STORY, STORY]),
        ([INMATES, MARKET, COURT], [BACK, BACK, BACK]),
        ([INMATES, COURT], [BACK, BACK]),
        ([MARKET, INMATES], [BACK, BACK]),
        ([INMATES, GOVERNOR], [BACK, STORY]),
        ([INMATES, draft("troops killed", STORY), MARKET], [BACK, STORY, STORY]),
        ([INMATES, draft("They shelled", STORY, "2023-05-12"), COURT], [BACK, STORY, STORY]),
        ([INMATES, draft("They shelled", STORY, lead=True)], [BACK, STORY]),
        ([], []),
    ],
)
def test_what_follows_background_in_its_paragraph_without_a_day_is_background(
    drafts: list[Draft], expected: list[Role]
) -> None:
    assert roles(*drafts) == expected


@pytest.mark.parametrize(("person", "role"), [("salim", STORY), ("omar", BACK)])
def test_what_names_a_person_of_the_story_is_news(person: str, role: Role) -> None:
    raid = draft("Gunmen killed", STORY, "2023-05-12", person="salim")
    assert roles(raid, INMATES, draft("They shelled", STORY, person=person)) == [STORY, BACK, role]


def test_nothing_else_of_a_draft_changes() -> None:
    _, market = carry_background([INMATES, MARKET], STARTS)
    assert (market.key, market.title, market.when) == (MARKET.key, MARKET.title, None)


def test_what_was_done_with_what_was_long_ago_has_no_bound() -> None:
    """Joined to what a date puts long before the report, or timed by it, it is none of the report's news."""
    text = (
        "The town council met on Sunday and agreed on a budget.\n"
        "Residents said that it would help children who had lost two years of school, and asked for teachers.\n"
        "After the mill had burned down in July 2012, a committee of millers was formed to rebuild it.\n"
        "The governor, who was jailed in 2012, opened a school."
    )
    bounds = {event.title: event.when is not None for event in events(text, "2018-08-19")}
    assert bounds["a committee of millers was formed to rebuild it"] is False
    assert bounds["The governor opened a school"] is True
