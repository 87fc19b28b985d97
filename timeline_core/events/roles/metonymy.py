"""Metonymy: a capital named for the government that sits in it: «قالت بغداد», "Moscow said", "Damascus launched raids".

Source:
    Place for institution (Lakoff and Johnson 1980); resolved by the predicate, as in SemEval-2007 task 8.
"""

from __future__ import annotations

from dataclasses import replace

from timeline_core.events.report_reading import Reading
from timeline_core.model.entry import CAPITAL, PLACE, Named
from timeline_core.model.span import Span
from timeline_core.syntax.tree.values import Predicate

_MASCULINE = "masculine"


def capitals_in(reading: Reading, span: Span) -> list[Named]:
    """The capitals that are named there, each as the state whose government may be meant by it."""
    entries = reading.gazetteer
    found = [hit for hit in reading.hits_in(span, PLACE) if entries[hit.id].type == CAPITAL]
    return [replace(hit, id=entries[hit.id].within) for hit in found if entries[hit.id].within in entries]


def is_of_governments(predicate: Predicate) -> bool:
    """It is said, or done upon somebody who is told; a city can have seen or held the rest, or been hit itself.

    A city is feminine: «أعلن باريس سان جرمان» is the club's.
    """
    if (
        predicate.subject is not None
        and predicate.subject.at > predicate.group.at
        and _MASCULINE in predicate.head.marks
    ):
        return False
    marks = predicate.deed.marks | predicate.head.marks
    told = predicate.object.head.marks if predicate.object is not None else None
    return "says" in marks or (told is not None and {"happens", "upon"} <= marks | told)
