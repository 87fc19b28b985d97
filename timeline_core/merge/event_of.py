"""An event made of its tellings: by the merge, by a person's merge and by a split alike.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from timeline_core.model.actor_role import joined_roles, taking_part
from timeline_core.model.block import BlockRole
from timeline_core.model.draft import Draft
from timeline_core.model.event import Event, Evidence, Kind, Likeness, Role, Telling
from timeline_core.model.report import Published, Report
from timeline_core.model.when import When, bounded_by, place_in_order
from timeline_core.text.fold import fold


class Rank(NamedTuple):
    """Where a report stands among others: no file decides anything."""

    first: date
    """The first day on which it can have been published; `date.max` when unknown."""
    mark: str
    """SHA-256 of its text."""
    last: date
    """The last such day; `date.max` when unknown."""


_DAY = len("2023-02-10")
Order = Mapping[str, Rank]
"""Report id -> its rank."""


def order_of(reports: Iterable[Report], published: Mapping[str, Published]) -> Order:
    """Report id -> its rank, for all these reports."""
    return {report.id: _rank(report, published.get(report.id, Published()).when) for report in reports}


def _rank(report: Report, when: When | None) -> Rank:
    first, last = (when.days if when is not None else None) or (date.max, date.max)
    return Rank(first, report.mark, max((last, *_posted(report))))


def _posted(report: Report) -> Iterator[date]:
    """The days of the posts that a live blog goes on with."""
    for block in report.blocks:
        if block.role is BlockRole.MESSAGE and block.stamp is not None:
            with suppress(ValueError):
                yield date.fromisoformat(block.stamp.moment[:_DAY])


def make_event(tellings: Sequence[Telling], order: Order) -> Event:
    """The event that these tell: all their evidence, who, where and how many, the finest date and the best title.

    Where none of them gives a day, it has the bound that the first of its reports sets.

    Args:
        tellings: in the order of joining; the first one gives the id. Never empty.
    """
    named = max(tellings, key=lambda telling: _naming(telling, tellings))
    when, kind = most_precise(tellings), _kind(tellings)
    dated = next((telling.dated for telling in tellings if telling.when == when), "")
    proof = _proof(tellings, when) if when is not None else find_bounding(tellings, kind, order)
    if when is None and proof is not None:
        when = bounded_by(order[proof.report].last)
    return Event(
        id=id_of(tellings),
        when=when,
        kind=kind,
        title=named.title,
        lang=named.lang,
        evidence=_in_order(_evidence(tellings), proof, order),
        actors=tuple(dict.fromkeys(id for telling in tellings for id in telling.actors)),
        places=tuple(dict.fromkeys(id for telling in tellings for id in telling.places)),
        figures=tuple(dict.fromkeys(figure for telling in tellings for figure in telling.figures)),
        tellings=tuple(tellings),
        roles=joined_roles(one for telling in tellings for one in telling.roles),
        dated=dated,
    )


def join_by_hand(head: Sequence[Telling], others: Sequence[Telling], order: Order) -> Event:
    """The event that a reader merged of these: `head` gives its title, and the days that `others` may narrow."""
    own, whole, day = make_event(head, order), make_event((*head, *others), order), most_precise(head)
    near = [telling for telling in others if _can_be_of(telling.when, day)]
    dated = make_event((*head, *near), order)
    evidence = _in_order(whole.evidence, dated.evidence[0], order)
    return replace(whole, title=own.title, lang=own.lang, when=dated.when, dated=dated.dated, evidence=evidence)


def _can_be_of(when: When | None, own: When | None) -> bool:
    return when is None or own is None or when.meets(own)


def order_key(event: Event, order: Order) -> tuple[int, int, Rank, int, str]:
    """What a timeline is sorted by: days, then the first of its reports, then place in it."""
    first_day, last_day = event.when.order if event.when else (date.max, date.max)
    days = place_in_order(first_day.toordinal(), last_day.toordinal())
    first = min((order[piece.report], piece.span.start) for piece in event.evidence)
    return (*days, *first, event.id)


def find_bounding(tellings: Iterable[Telling], kind: Kind, order: Order) -> Evidence | None:
    """The words of the report that sets a bound for what no telling gives a day; None where none does.

    What a report tells as news has been by its day: by the earliest of those that tell it so. What it only reminds of
    may be of any year, and what is planned may be still to come.
    """
    if kind is Kind.PLANNED:
        return None
    told = (piece for telling in tellings for piece in telling.evidence if piece.role is Role.STORY)
    known = [piece for piece in told if order[piece.report].last < date.max]
    return min(known, key=lambda piece: (order[piece.report].last, order[piece.report], piece.span), default=None)


def _in_order(pieces: Iterable[Evidence], proof: Evidence | None, order: Order) -> tuple[Evidence, ...]:
    """The words that prove the date, then all others in the order of their reports and of their places."""
    first = (proof.report, proof.span) if proof is not None else None
    return tuple(
        sorted(pieces, key=lambda piece: ((piece.report, piece.span) != first, order[piece.report], piece.span))
    )


def _proof(tellings: Iterable[Telling], when: When) -> Evidence:
    """The words that prove the day: those that say it themselves, of the first telling that has it."""
    pieces = next(telling.evidence for telling in tellings if telling.when == when)
    return min(pieces, key=lambda piece: (piece.expression is None, piece.inherited, not _says(piece, when)))


def _says(piece: Evidence, when: When) -> bool:
    return piece.expression is not None and piece.expression.when == when


def id_of(tellings: Sequence[Telling]) -> str:
    """First day, two hyphens, short hash of the earliest evidence and what stands around it; spelling left aside."""
    when, piece = most_precise(tellings), tellings[0].evidence[0]
    words = " ".join(fold(f"{tellings[0].kind} {piece.prefix} | {piece.exact} | {piece.suffix}").split())
    day = when.days[0].isoformat() if when is not None and when.days else "undated"
    return f"{day}--{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def most_precise(tellings: Sequence[Telling]) -> When | None:
    """The most precise of the whens; the first of equals."""
    resolved = [telling.when for telling in tellings if telling.when is not None and telling.when.days]
    if not resolved:
        return next((telling.when for telling in tellings if telling.when is not None), None)
    return min(resolved, key=_length)


def _length(when: When) -> int:
    return (when.days[1] - when.days[0]).days if when.days else 0


def _kind(tellings: Sequence[Telling]) -> Kind:
    """What one report planned has happened when another one tells so."""
    happened = any(telling.kind is Kind.OCCURRENCE for telling in tellings)
    return Kind.OCCURRENCE if happened and tellings[0].kind is Kind.PLANNED else tellings[0].kind


def _evidence(tellings: Sequence[Telling]) -> list[Evidence]:
    """Each quote once; words without a date take the date that their own report gives elsewhere."""
    pieces = {(piece.report, piece.span): piece for telling in reversed(tellings) for piece in telling.evidence}
    dated = {piece.report: piece.expression for piece in pieces.values() if piece.expression is not None}
    return [
        replace(piece, expression=dated[piece.report], inherited=True)
        if piece.expression is None and piece.report in dated
        else piece
        for piece in pieces.values()
    ]


def _naming(telling: Telling, tellings: Sequence[Telling]) -> tuple[bool, bool, bool, int]:
    """The best title opens a report, is in the language of most tellings, names a person, and is short."""
    same = sum(other.lang == telling.lang for other in tellings)
    return (telling.lead, same * 2 >= len(tellings), telling.personal, -len(telling.title))


def telling_of(draft: Draft, likeness: Likeness | None) -> Telling:
    """What an event keeps of a draft, with the reason why it is of that event."""
    return Telling(
        when=draft.when,
        kind=draft.kind,
        title=draft.title,
        lang=draft.lang,
        evidence=draft.evidence,
        actors=taking_part(draft.roles),
        places=draft.places if draft.scene is None else draft.scene,
        figures=draft.figures,
        concepts=draft.concepts | draft.things,
        words=draft.words,
        lead=draft.lead,
        personal=draft.personal,
        roles=draft.roles,
        likeness=likeness,
        naming=draft.naming,
    )
