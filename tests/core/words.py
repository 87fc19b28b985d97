"""The words that the tests of the core are written in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from seeds.load import knowledge, phrasings
from timeline_core.derive import derive
from timeline_core.knowledge import Knowledge
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.block import Block
from timeline_core.model.event import Event
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.syntax.sentence import Sentence
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


@cache
def known() -> Knowledge:
    """The bundled languages and gazetteers, loaded once."""
    return knowledge()


@cache
def phrasing(code: str) -> Phrasing:
    return phrasings()[code]


def teller(code: str) -> Teller:
    return Teller(known().languages[code], phrasing(code), known().gazetteer)


def report(
    text: str, published: str | None = None, id: str = "r1", blocks: Sequence[Block] = (), **more: str
) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(id, text, digest, published=When(published) if published else None, blocks=tuple(blocks), **more)


def timeline(*reports: Report) -> Timeline:
    return derive(reports, known())


def events(text: str, published: str | None = None) -> tuple[Event, ...]:
    """What one report tells, dated and undated."""
    told = timeline(report(text, published))
    return (*told.events, *told.undated)


def only(text: str, published: str | None = None) -> Event:
    """The one event that a report tells."""
    [event] = events(text, published)
    return event


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def sentence(text: str, code: str, *dates: str) -> Sentence:
    """A sentence in which the given words are dates."""
    return Sentence(text, Span(0, len(text)), [span_of(text, date) for date in dates], phrasing(code))


def whens(told: Timeline) -> list[str]:
    """The days of its dated events, in their order."""
    return [event.when.edtf for event in told.events if event.when is not None]
