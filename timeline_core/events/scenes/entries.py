"""What the entries of a chronology, the rows of a table and what stands below a day tell on that day.

A sentence without a date is of its entry's day; of one with dates that is what it states before them, side by side with
what they date: "14 Jan: Police evicted the diggers; one died the next day".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_core.events.dating.dating import Dating
from timeline_core.events.dating.placed import Placed
from timeline_core.events.draft_builder import Drafter
from timeline_core.events.report_reading import Paragraph, Reading
from timeline_core.events.scenes.sitting import is_of_sitting
from timeline_core.lexicon.outline_words import OutlineWords
from timeline_core.model.draft import Draft
from timeline_core.model.expression import Expression
from timeline_core.model.when import Precision
from timeline_core.names.gazetteer import PLACE
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence

_FEWEST = 2
"""Words of what happened in an entry of a list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence and where it stands."""

    paragraph: Paragraph
    number: int
    """Of the paragraph."""
    sentence: Sentence
    first: bool
    """It is the first of its paragraph."""


class Entries:
    """Drafts what the sentences of one report tell on the day of their entry."""

    def __init__(self, reading: Reading, dating: Dating, drafter: Drafter, words: OutlineWords) -> None:
        self._reading, self._dating, self._drafter, self._words = reading, dating, drafter, words

    def told(self, spot: Spot, day: Expression) -> list[Draft]:
        """What a sentence without a date of its own tells."""
        clause = self._dating.undated(spot.sentence, through=False)
        return [] if clause is None else self._of_day(spot, day, clause)

    def stated(self, spot: Spot, day: Expression, placed: Sequence[Placed]) -> list[tuple[Clause, Draft]]:
        """What a sentence states before the first of its statements that has a date.

        Args:
            placed: its dates.
        """
        return [
            (clause, draft)
            for clause in self._dating.stated(spot.sentence, placed)
            for draft in self._of_day(spot, day, clause)
        ]

    def _of_day(self, spot: Spot, day: Expression, clause: Clause) -> list[Draft]:
        """What the clause tells, on that day."""
        sentence, paragraph, first = spot.sentence, spot.paragraph, spot.first
        draft = self._drafter.draft(sentence, clause, None)
        listed = first and paragraph.listed
        short = day.when is not None and day.when.precision in (Precision.DAY, Precision.RANGE)
        thin = frozenset[str]() if first else sentence.phrasing.concepts.deeds.thin
        bare = len(draft.title.split()) < _FEWEST and not draft.concepts
        if not draft.title or bare or not (listed or (short and draft.concepts - thin)):
            return []
        sits = self._reading.layout.sits_at(sentence.span.start)
        if sits and not is_of_sitting(clause, draft, self._words):
            return []
        [piece] = draft.evidence
        if paragraph.lead is None and self._dating.is_later(sentence):
            return [draft]
        if paragraph.lead is not None:
            span = piece.span.hull(paragraph.lead)
            piece = self._drafter.evidence(span, piece.role, day)
            above = self._reading.places_above(span.end - 1)
            draft = replace(draft, places=self._reading.names_in(span, PLACE) or above, scene=None)
        else:
            piece = replace(piece, expression=day, inherited=True)
        return [replace(draft, when=day.when, evidence=(piece,))]
