"""What somebody only wants, threatens or agrees to, and what was prevented: its day is no day of a deed.

«هددت … بقصف بيروت الاثنين»: whether she threatened or would bomb on that day, the words do not say.
"""

from __future__ import annotations

from collections.abc import Container

from timeline_core.syntax.clause import Clause
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.text.words import Hit


def willed(whole: Sentence, clause: Clause, date: Range) -> bool:
    """True where the date stands behind what is threatened or demanded, and the clause is of no deed within it."""
    verb = _last(whole, ("wills", "demands"), date)
    wanted = None if verb is None or clause.denied else _wanted(whole, verb, date[0])
    if verb is None or wanted is None:
        return False
    if any(verb.at < other[0] < wanted for other in whole.dates):
        return False
    return clause.words[0] <= wanted + 1 and whole.content_words((wanted, date[0])) > 0


def only_wanted(whole: Sentence, clause: Clause) -> bool:
    """True for a clause without a date that tells what is threatened or demanded, without the verb that says so."""
    start = clause.words[0]
    verb = _last(whole, ("wills", "demands"), (start, start)) if start < len(whole.run) else None
    wanted = None if verb is None else _wanted(whole, verb, start + 1)
    return wanted is not None and start <= wanted + 1


def prevented(whole: Sentence, clause: Clause, date: Range) -> bool:
    """True where what the date is of was prevented: "foiled an attack planned for Friday"."""
    verb = _last(whole, ("prevents",), date)
    return verb is not None and verb.at + verb.count <= date[0] and not clause.said


def _wanted(whole: Sentence, verb: Hit, end: int) -> int | None:
    """The word that leads to what is wanted, before the one at `end`."""
    begin = verb.at + verb.count
    if verb.concept == "demands":
        return begin if begin < end else None
    return next((at for at in range(begin, end) if _leads(whole, at)), None)


def _last(whole: Sentence, concepts: Container[str], date: Range) -> Hit | None:
    start = whole.segments[whole.segment_of(date[0])][0]
    found = (hit for hit in whole.phrasing.reality.willed.find(whole.run[start : date[0]]) if hit.concept in concepts)
    last = None
    for hit in found:
        last = hit
    return None if last is None else Hit(last.concept, start + last.at, last.count, last.clitic)


def _leads(whole: Sentence, at: int) -> bool:
    """True for a word that leads to what is wanted, or has the letter that does («بقصف»)."""
    word, leads = whole.run[at], whole.phrasing.reality.willed_leads
    return word.folded in leads or any(word.folded[:clitic] in leads for _, clitic in word.forms if clitic)
