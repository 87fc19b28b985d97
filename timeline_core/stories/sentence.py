"""Drafts the sentence of an event of its slots, in the language of the story.

Its own title is told where it is of that language: «On Friday 10 February 2023: a raid killed two officials (where:
Baghuz).» In another it is composed of the slots that have words in every language, and the title stands quoted behind
them. A number is told only where it stands in the words that prove the day, for a figure of another sentence may count
something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.export import words
from timeline_core.export.harmless import make_harmless
from timeline_core.model.actor_role import AGENT, BY, PATIENT, grouped
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import Precision
from timeline_core.stories.isolates import isolate
from timeline_core.text.words import words as words_of
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_GROUPS = (AGENT, PATIENT, BY)


def draft(event: Event, timeline: Timeline, tell: Teller) -> str:
    """Draft the sentence: when, what, who, to whom, where, how many; what is planned or denied is called so."""
    title, lang = _title(event, tell.language.code)
    own = lang in ("", tell.language.code)
    aside = [part for part in _slots(event, title if own else "", timeline, tell) if part]
    kind = [] if event.kind in (Kind.OCCURRENCE, Kind.ANNOUNCEMENT) else [words.kind_word(event.kind, tell)]
    if not own:
        aside.append(tell.said("story_words", words=isolate(title)))
    deed = title if own and title else _deeds(event, tell)
    told = tell.said("story_sentence", day=_day(event, tell), told=deed or tell.said("no_title"))
    behind = tell.said("joint").join((*kind, *aside))
    return f"{told}{tell.said('story_aside', words=behind) if behind else ''}{tell.said('story_stop')}"


def _title(event: Event, code: str) -> tuple[str, str]:
    """The title and its language: where a report in that language tells the event too, what that one tells.

    A title that a person wrote stands as he wrote it.
    """
    written = event.machine is not None and event.machine.title != event.title
    if event.lang not in ("", code) and not written:
        for one in event.tellings:
            if (one.lang, one.kind) == (code, event.kind) and one.title and one.when in (None, event.when):
                return make_harmless(one.title), code
    return make_harmless(event.title), event.lang


def _day(event: Event, tell: Teller) -> str:
    """«On Friday 10 February 2023», «In early 2022», «On or before 18 February 2023»."""
    if event.when is None or not event.when.resolved:
        return tell.said("story_no_day")
    said = tell.when(event.when)
    if event.when.precision in (Precision.BOUND, Precision.RANGE, Precision.WEEK):
        return said[:1].upper() + said[1:]
    one = event.when.precision is Precision.DAY and event.when.mod is None
    return tell.said("story_on" if one else "story_in", day=said)


def _deeds(event: Event, tell: Teller) -> str:
    """What its first telling tells of, in words of that language; what it was done to (a market) is no deed."""
    concepts = event.tellings[0].concepts if event.tellings else frozenset()
    known, things = tell.phrasing.topics.names, tell.phrasing.concepts.names["thing"]
    deeds = [known[one] for one in sorted(concepts - things) if one in known]
    return tell.said("list").join(deeds) or words.kind_word(event.kind, tell)


def _slots(event: Event, title: str, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """What the title does not say by itself: who did it, to whom, who says so, where, how many."""
    groups = dict(grouped(event.roles, event.actors))
    for group in _GROUPS:
        ids = [id for id in groups.get(group, ()) if not _is_named(id, title, timeline)]
        yield _told(f"role {group}", ids, timeline, tell)
    where = () if any(_is_named(id, title, timeline) for id in event.places) else event.places
    yield _told("where", [*where], timeline, tell)
    yield from _tolls(event, title, timeline, tell)


def _told(label: str, ids: list[str], timeline: Timeline, tell: Teller) -> str:
    named = words.names(ids, timeline, tell)
    return tell.said("story_slot", name=tell.said(label), words=tell.said("list").join(named)) if named else ""


def _is_named(id: str, title: str, timeline: Timeline) -> bool:
    """True where a name of it stands in the title, in any script."""
    if not title or id not in timeline.names:
        return False
    run = [word.folded for word in words_of(title)]
    every = (name for names in timeline.names[id].names.values() for name in names)
    return any(_stands([word.folded for word in words_of(name)], run) for name in every)


def _stands(sought: list[str], run: list[str]) -> bool:
    size = len(sought)
    return bool(size) and any(run[at : at + size] == sought for at in range(len(run) - size + 1))


def _tolls(event: Event, title: str, timeline: Timeline, tell: Teller) -> Iterator[str]:
    proof = event.evidence[0]
    report = timeline.report(proof.report)
    text = report.text if report is not None else ""
    for one in dict.fromkeys(event.figures):
        within = one.report == proof.report and proof.span.covers(one.span)
        if within and one.span.of(text) not in title:
            yield tell.said("story_slot", name=tell.named("count", one.what), words=words.figure(one, tell))
