"""The discourse of one report: its mentions in order, each given to the happening that it tells of again.

«قتل ثلاثة مدنيين …» and, below, «وقع القصف مساء السبت» are one telling: of Saturday, with both quotes.

Source:
    DESIGN.md section 5: mentions of one happening in one report are one telling; its day is that of any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.anaphors import Anaphor
from timeline_core.events.discourse.continuity import (
    goes_on_with_it,
    how_continues,
    is_of_its_hearing,
    is_of_its_unrest,
    may_continue,
    points_back,
)
from timeline_core.events.discourse.coreference import ENOUGH, is_another_like_it, is_counted_alike, score
from timeline_core.events.discourse.numbers import figures_differ, figures_far
from timeline_core.events.discourse.pairs import Near, Pair, Story
from timeline_core.events.discourse.standing import Standing
from timeline_core.events.discourse.traces import Traces
from timeline_core.model.actor_role import ActorRole, in_roles, joined_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Kind
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.names.gazetteer import Gazetteer

_BESIDE = {ActorRole.AGENT: ActorRole.OTHER, ActorRole.PATIENT: ActorRole.OTHER}
"""What those who have a part in another deed are to a happening."""
_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)
MOST_QUOTES = 100
"""Quotes that one report gives of one happening; a line that stands there ten thousand times adds nothing more.

Source: measured; in 57 news reports of the greatest length none had twenty.
"""


class Discourse:
    """What a report has told so far. Used once."""

    def __init__(
        self, concepts: Concepts, gazetteer: Gazetteer, item_at: Callable[[int], int | None] = lambda _: None
    ) -> None:
        """`item_at`: the number of the item of a list in which a place of the report stands."""
        self._concepts, self._standing = concepts, Standing(concepts)
        self._story = Story(concepts, gazetteer, item_at)
        self.told: Sequence[Draft] = self._story.told
        self._awaited: list[tuple[Anaphor, Evidence]] = []
        """Nouns that stood for nothing which was told before them."""

    def take(self, mention: Draft, traces: Traces) -> Draft:
        """The happening that it tells of, with what it adds: one that was told before, or a new one."""
        pairs = [*self._story.pairs(mention, traces)]
        at = _best(pairs)
        same = at >= 0
        if not same and (later := self._sequel(mention, traces, pairs)) is not None:
            at, mention = later
        elif not same and (beside := self._told_with(mention, traces)) >= 0:
            at = beside
        elif not same:
            turns = any(map(is_another_like_it, pairs))
            mention = self._within(mention, traces)
            self.add(mention, traces)
            if turns:
                self._story.turn(len(self.told) - 1)
            return mention
        before = self._story.traces(at)
        same = same and is_counted_alike(self._story.pair(at, mention, traces))
        adds = not (mention.said and traces.only_points) and len(self.told[at].evidence) < MOST_QUOTES
        joined = join(self.told[at], mention) if adds else self.told[at]
        self._story.replace(at, joined)
        self._story.move(mention, at)
        self._story.tell_again(at, before.with_those_of(traces) if same else self._grown(before, traces))
        self._story.hear(at)
        return joined

    def _told_with(self, mention: Draft, traces: Traces) -> int:
        """The place of what its sentence tells, where its title could not do without that one's words: «أغلقت الشرطة
        المحل وطبقت عليه النظام» of the second verb. It is one more quote of that; -1 where there is none.

        A day is shared by verbs that are joined, and by no others: "the shell that was found on Sunday killed two".
        """
        for at, told in reversed([*enumerate(self.told)]):
            if self._story.near(at) is not Near.SENTENCE or told.kind is not mention.kind:
                continue
            joined = mention.when is None and traces.goes_with in self._story.traces(at).deeds
            borrows = bool(told.title) and mention.title.startswith(told.title)
            if borrows and (joined or mention.when == told.when):
                return at
        return -1

    def find_same(self, mention: Draft, traces: Traces) -> Draft | None:
        """The happening that it tells of again; None where that was not told before."""
        at = _best(self._story.pairs(mention, traces))
        return self.told[at] if at >= 0 else None

    def add(self, mention: Draft, traces: Traces | None = None) -> Draft:
        """A happening that was not told before; without traces nothing that the sentence tells goes on with it."""
        self._story.add(mention, traces)
        return mention

    def point(self, reference: Draft, traces: Traces) -> bool:
        """Give a clause that only tells more of a happening to that one, as one more quote; to none where none fits.

        Returns:
            Whether that leaves nothing else to tell of: its numbers are those of the happening.
        """
        pairs = [
            (how_continues(pair), pair.at, pair)
            for pair in self._story.pairs(reference, traces)
            if pair.told.kind in _SAID or pair.told.kind is Kind.OCCURRENCE
        ]
        best, at, pair = max(pairs, default=(0.0, -1, None), key=itemgetter(0, 1))
        if pair is None or best < ENOUGH:
            return False
        told = pair.told
        pointing = told.kind is Kind.OCCURRENCE and points_back(pair)
        self._story.tell_again(at, self._grown(pair.left, traces))
        self._story.hear(at)
        self._quote(at, reference.evidence[0])
        if figures_differ(told, reference):
            return False
        if pointing:
            self._absorb(at, reference)
        else:
            counts = tuple(dict.fromkeys((*told.figures, *reference.figures)))
            self._story.replace(at, replace(self.told[at], figures=counts))
        return True

    def recall(
        self, noun: Anaphor, quote: Callable[[Span], Evidence], clause: Callable[[], Draft], *, inside: bool = False
    ) -> None:
        """Give the clause of a noun that stands for a happening to that one, as one more quote.

        Args:
            quote: makes one of a span.
            clause: what it tells; asked for where it was told in, or during, that happening.
            inside: it stands in words that tell of a happening, which need not be its own.
        """
        ranked = [
            (rank, at)
            for at in self._story.named_by(noun)
            if (rank := self._standing.stands_for(noun, self.told[at], self._story.traces(at), self._story.near(at)))
            and (rank[1] or not inside)
        ]
        if not ranked or not noun.known:
            self._awaited.append((noun, quote(noun.words)))
            return
        _, at = max(ranked)
        self._story.tell_again(at)
        self._quote(at, quote(noun.words if inside else noun.quote))
        if noun.within and not inside:
            self._absorb(at, clause())

    def _absorb(self, at: int, clause: Draft) -> None:
        """Take in whom and what a clause that points back names and counts; who does that has no part in it."""
        told = self.told[at]
        if figures_far(told, clause, self._concepts) or figures_differ(told, clause):
            return
        roles = tuple((_BESIDE.get(role, role), id) for role, id in clause.roles)
        grown = join(told, replace(clause, roles=joined_roles(roles)))
        self._story.replace(at, replace(grown, evidence=told.evidence))

    def _foretell(self) -> None:
        """Give nouns that stood for nothing told before them to what was told behind: "after a raid on the port"."""
        for noun, quote in self._awaited:
            ranked = [
                (rank, at)
                for at in self._story.named_by(noun)
                if (rank := self._standing.is_foretold(noun, self.told[at], self._story.traces(at)))
            ]
            if ranked:
                self._quote(max(ranked)[1], quote)
        self._awaited.clear()

    def _quote(self, at: int, quote: Evidence) -> None:
        told = self.told[at]
        if len(told.evidence) < MOST_QUOTES and not any(piece.span.covers(quote.span) for piece in told.evidence):
            pieces = sorted((*told.evidence, _running_on(quote, told)), key=lambda piece: piece.span)
            self._story.replace(at, replace(told, evidence=tuple(pieces)))

    def _grown(self, left: Traces, more: Traces) -> Traces:
        """What two mentions leave; of a deed of another scene only its nouns: nurses who came are no part of a raid."""
        mine, theirs = left.scenes, more.scenes
        if more.any_happening or (mine and theirs and mine.isdisjoint(theirs)):
            return replace(
                left, nouns=left.nouns | more.nouns, known=left.known | more.known, matter=left.matter | more.matter
            )
        return left.with_those_of(more)

    def accompany(self, statement: Draft, traces: Traces) -> bool:
        """Quote what was demanded or judged in the breath of a deed, by who did that: "appealed, and asked for X"."""
        for at, told in enumerate(self.told):
            left = self._story.traces(at)
            beside = told.kind is Kind.OCCURRENCE and self._story.near(at) is Near.SENTENCE
            if beside and traces.goes_with in left.tells and not self._concepts.are_in_course(left.classes):
                self._quote(at, statement.evidence[0])
                return True
        return False

    def speak_on(self, quote: Evidence, text: str) -> None:
        """Give words that somebody goes on saying to the statement that ended right before them in the text."""
        at = self._story.spoken
        ends = (piece.span.end for piece in self.told[at].evidence) if at >= 0 else ()
        before = (end for end in ends if end <= quote.span.start)
        if any(not any(map(str.isalnum, text[end : quote.span.start])) for end in before):
            self._story.tell_again(at)
            self._quote(at, quote)

    def vouch(self, statement: Draft) -> None:
        """Somebody only says again what was told: quote the whole statement, and name who says so as a source."""
        whole = statement.evidence[0]
        speakers = ((ActorRole.SOURCE, id) for id in in_roles(statement.roles, ActorRole.SPEAKER, ActorRole.SOURCE))
        for at, told in enumerate(self.told):
            inside = [piece for piece in told.evidence if whole.span.covers(piece.span)]
            if told.kind is not Kind.OCCURRENCE or not inside:
                continue
            others = [piece for piece in told.evidence if piece not in inside]
            dated = next((piece for piece in inside if piece.expression is not None and not piece.inherited), None)
            quote = replace(whole, expression=dated.expression) if dated is not None else _running_on(whole, told)
            pieces = sorted((*others, quote), key=lambda piece: piece.span)
            roles = joined_roles((*told.roles, *speakers))
            self._story.replace(at, replace(told, evidence=tuple(pieces), roles=roles))
            return

    def _sequel(self, mention: Draft, traces: Traces, every: Sequence[Pair]) -> tuple[int, Draft] | None:
        """What it only goes on telling of, where it is no news by itself: "rescuers pulled two wounded in the blast".

        Who does that has no part in the happening.
        """
        if mention.kind is not Kind.OCCURRENCE:
            return None
        pairs = [
            pair
            for pair in every
            if mention.when is None or (mention.when == pair.told.when and mention.when.precision is Precision.DAY)
        ]
        if self._concepts.news_of(traces.classes):
            pairs = [pair for pair in pairs if is_of_its_hearing(pair) or _is_part_of_unrest(pair)]
        pointing = traces.of_victims or traces.any_happening
        found = (pair for pair in pairs if pair.told.kind is Kind.OCCURRENCE)
        ranked = [(how_continues(pair), pair.at) for pair in found if pointing or goes_on_with_it(pair)]
        best, at = max(ranked, default=(0.0, -1))
        if best < ENOUGH:
            return None
        roles = tuple((_BESIDE.get(role, role), id) for role, id in mention.roles)
        return at, replace(mention, roles=joined_roles(roles))

    def _within(self, mention: Draft, traces: Traces) -> Draft:
        """On the day of what it was a part of, where it gives none: "two died in the raid", "the third raid hit us"."""
        parts = traces.within | (traces.again if traces.of_series else frozenset())
        if mention.when is not None or not parts or mention.kind in _SAID:
            return mention
        for at, told in reversed([*enumerate(self.told)]):
            left = self._story.traces(at)
            if told.kind is mention.kind and told.when is not None and parts & left.tells:
                pieces = tuple(_running_on(piece, told) for piece in mention.evidence)
                return replace(mention, when=told.when, evidence=pieces)
        return mention

    def may_go_on(self, traces: Traces) -> bool:
        """A clause that happened, and leaves these traces, can go on with something that was told: where it cannot by
        them, or by a number, which is of it where it has any, its draft need not be made.
        """
        return self._story.counts or any(map(may_continue, self._story.met(traces)))

    def next_sentence(self, told: Sequence[Draft] = ()) -> None:
        """A sentence has ended, which told of these, and of what it went on with; else the one before still counts."""
        self._story.next_sentence(told)

    def drafts(self) -> tuple[Draft, ...]:
        """All that was told; what points to one of them points to what became of it."""
        self._foretell()
        return tuple(
            replace(
                draft,
                announces=tuple(dict.fromkeys(map(self._story.now, draft.announces))),
                disputes=tuple(dict.fromkeys(map(self._story.now, draft.disputes))),
            )
            if draft.announces or draft.disputes
            else draft
            for draft in self.told
        )


def _is_part_of_unrest(pair: Pair) -> bool:
    """It tells what was done in the march or riot, and to how many nowhere: "youths threw stones at police"."""
    harmed = {*pair.concepts.counts.values()}
    return is_of_its_unrest(pair) and not any(figure.what in harmed for figure in pair.mention.figures)


def _best(pairs: Iterable[Pair]) -> int:
    """The place of the happening that the mention tells of again; -1 where there is none."""
    best, at = max(((score(pair), pair.at) for pair in pairs), default=(0.0, -1))
    return at if best >= ENOUGH else -1


def join(told: Draft, mention: Draft) -> Draft:
    """One telling of two mentions: all that both say, on the closer day; a quote without a date runs on from it."""
    dated = min((told, mention), key=_closeness)
    pieces = sorted((*told.evidence, *mention.evidence), key=lambda piece: piece.span)
    return replace(
        told,
        when=dated.when,
        evidence=tuple(_running_on(piece, dated) for piece in pieces),
        actors=tuple(dict.fromkeys((*told.actors, *mention.actors))),
        places=tuple(dict.fromkeys((*told.places, *mention.places))),
        scene=_grown(told.scene, mention.scene),
        roles=joined_roles((*told.roles, *mention.roles)),
        persons=told.persons | mention.persons,
        figures=tuple(dict.fromkeys((*told.figures, *mention.figures))),
        concepts=told.concepts | mention.concepts,
        words=told.words | mention.words,
        wordings=tuple(dict.fromkeys((*told.wordings, *mention.wordings))),
        called=told.called | mention.called,
        things=told.things | mention.things,
        context=told.context | mention.context,
        counted=told.counted | mention.counted,
        hours=dated.hours,
        announces=(*told.announces, *mention.announces),
        disputes=(*told.disputes, *mention.disputes),
        personal=told.personal,
        lead=told.lead or mention.lead,
        said=told.said and (mention.said or mention.when is None),
    )


def _running_on(piece: Evidence, dated: Draft) -> Evidence:
    """The quote with the date of the happening, where it has none of its own."""
    proof = next((one.expression for one in dated.evidence if one.expression is not None), None)
    if piece.expression is not None or proof is None:
        return piece
    return replace(piece, expression=proof, inherited=True)


def _grown(scene: tuple[str, ...] | None, more: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if scene is None or more is None else tuple(dict.fromkeys((*scene, *more)))


def _closeness(draft: Draft) -> tuple[int, int]:
    """The length of its time; of one night the day on which it went on is the closer one."""
    days = draft.when.days if draft.when is not None else None
    return ((days[1] - days[0]).days, -days[0].toordinal()) if days is not None else (1_000_000, 0)
