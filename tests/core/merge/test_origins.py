"""From how many independent origins a happening is known."""

from __future__ import annotations

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.export import words
from timeline_core.merge.origins import find_origins
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

DAY = "2023-05-12"
ENGLISH = "Nine people were killed by a mine near Harim on May 10"
ARABIC = "قتل تسعة أشخاص بلغم في حارم في 10 أيار"


def told(*reports: Report) -> tuple[Timeline, list[tuple[str, ...]]]:
    found = timeline(*reports)
    event = max((*found.events, *found.undated), key=lambda event: len(event.reports))
    return found, [one.reports for one in find_origins(event, found)]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}, according to Reuters.",
        f"{ARABIC}، وفق رويترز.",
        f"HARIM (Reuters) - {ENGLISH}.",
        f"حارم (رويترز) - {ARABIC}.",
        f"{ARABIC}. (رويترز)",
        f"{ENGLISH}.\n\nSource: Reuters",
        f"{ARABIC}.\n\nالمصدر: رويترز",
    ],
)
def test_who_is_credited_with_a_report_is_the_source_of_what_it_tells(text: str) -> None:
    found, _ = told(report(text, DAY))
    [event] = (*found.events, *found.undated)
    assert in_roles(event.roles, ActorRole.SOURCE) == ("reuters",)
    assert "reuters" not in event.actors


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}. A cameraman (Reuters) filmed the fields.",
        f"{ENGLISH}.\n\nThe owner of the field told us: Reuters has not called.",
        f"HARIM (Homs) - {ENGLISH}.",
    ],
    ids=("within a sentence", "behind more than a label", "a town"),
)
def test_an_outlet_that_is_only_named_is_credited_with_nothing(text: str) -> None:
    found = timeline(report(text, DAY))
    assert not any(in_roles(event.roles, ActorRole.SOURCE) for event in found.events)


def test_papers_that_print_one_agency_are_one_origin() -> None:
    found, origins = told(
        report(f"{ENGLISH}, according to Reuters.", DAY, "a", publisher="The Lantern"),
        report(f"{ARABIC}، وفق رويترز.", DAY, "b", publisher="صحيفة المرفأ"),
        report(f"{ENGLISH}; shepherds live there.", DAY, "c", publisher="Reuters"),
        report(
            "On May 10 an old mine in the fields of Harim killed nine people who picked capers.",
            DAY,
            "d",
            publisher="شبكة السهل",
        ),
    )
    assert sorted(map(sorted, origins)) == [["a", "b", "c"], ["d"]]
    [event] = found.events
    assert list(words.origins(event, found, teller("en"))) == [
        "2 (reports: 4)",
        f"one origin, Reuters: {', '.join(next(one for one in origins if len(one) == 3))}",
    ]
    assert next(words.origins(event, found, teller("ar"))) == "2 (التقارير: 4)"


def test_one_outlet_is_one_origin_however_often_it_tells() -> None:
    _, origins = told(
        report(f"{ENGLISH}.", DAY, "a", publisher="The Lantern"),
        report(f"{ENGLISH}, a day before the fair.", "2023-05-13", "b", publisher="The Lantern"),
    )
    assert len(origins) == 1


def test_two_papers_with_two_agencies_are_two() -> None:
    found, origins = told(
        report(f"{ENGLISH}, according to Reuters.", DAY, "a", publisher="The Lantern"),
        report(f"{ARABIC}، وفق وكالة الأنباء الألمانية.", DAY, "b", publisher="The Lantern"),
    )
    assert len(origins) == 2
    [event] = found.events
    assert list(words.origins(event, found, teller("en"))) == []


def test_one_sentence_in_two_papers_is_one_origin() -> None:
    sentence = "Nine shepherds were killed by an old mine in a field near Harim on May 10."
    _, origins = told(
        report(f"{sentence} The market was shut.", DAY, "a", publisher="The Lantern"),
        report(f"Rain fell on the hills. {sentence}", DAY, "b", publisher="The Anchor"),
    )
    assert len(origins) == 1
