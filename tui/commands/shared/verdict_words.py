"""Describes the verdict of a date in one English line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline_core.events.accounts import Dated
from timeline_core.events.date_verdicts import date_verdicts
from timeline_core.events.verdicts import OUTSIDE, UNKNOWN
from timeline_core.knowledge import Knowledge
from timeline_core.model.span import Span
from timeline_core.model.verdict import Effect, Verdict
from tui.view.limits import LIMITS


def verdicts_of(one: Dated, known: Knowledge) -> Mapping[Span, tuple[Verdict, bool]]:
    """Expression -> what became of it, and whether an event is made of it; nothing of a report that breaks."""
    return {
        each.verdict.span: (each.verdict, each.verdict.event)
        for each in date_verdicts(one.report, one.published, known)
    }


def said_of(one: Dated, known: Knowledge) -> Mapping[Span, str]:
    """Expression -> what it dates, by which rule; nothing of a report that breaks."""
    found, text = verdicts_of(one, known), one.report.text
    return {span: f"{_SAID[each.effect](each, text)} ({each.rule})" for span, (each, _) in found.items()}


def line(verdict: Verdict, text: str, *, used: bool) -> str:
    """«dates …, by which rule», and whether the timeline has it."""
    on = "on the timeline" if used else "no event"
    return f"{_SAID[verdict.effect](verdict, text)} ({verdict.rule}); {on}"


def _dates(verdict: Verdict, text: str) -> str:
    said = LIMITS.get(verdict.limit, "«{words}»").format(words=_words(verdict, text))
    return f"dates {said}"


def _of_noun(verdict: Verdict, text: str) -> str:
    return f"belongs to «{_words(verdict, text)}», which is no happening"


def _nothing(verdict: Verdict, _: str) -> str:
    if verdict.rule == UNKNOWN:
        return "has no day to count from"
    if verdict.rule == OUTSIDE:
        return "stands in no sentence: what it counts for is told by the parts of the report"
    return "dates nothing, for nothing shows with certainty what it is of"


def _words(verdict: Verdict, text: str) -> str:
    return " ".join(verdict.words.of(text).split()) if verdict.words is not None else ""


_SAID: Mapping[Effect, Callable[[Verdict, str], str]] = {
    Effect.DATES: _dates,
    Effect.NOUN: _of_noun,
    Effect.NOTHING: _nothing,
}
