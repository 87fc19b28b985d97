"""Whether what is told happened, as words say that stand outside its clause: asked, called off, called untrue.

Source:
    DESIGN.md section 5: nothing is listed as having happened that its own words deny.
"""

from __future__ import annotations

from timeline_core.syntax.clause import Clause
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.text.words import Hit

_NEAR = 5
"""Words before a word for reports within which one of refutation is meant of them."""
_OFF = ("cancelled", "postponed")


def called_off(whole: Sentence, clause: Clause, date: Range, *, ahead: bool) -> bool:
    """True for a question, and for what was to be and was called off or put off.

    Args:
        ahead: the date lies ahead of the report.
    """
    if whole.asked(min(date[0], len(whole.run) - 1)):
        return True
    for hit in whole.unreal:
        if hit.concept not in _OFF or (hit.at >= date[1] and not clause.planned):
            continue
        inside = clause.words[0] <= hit.at < clause.words[1]
        if not inside and ahead and (hit.concept == "cancelled" or clause.planned):
            return True
        if inside and ((hit.concept == "cancelled" and ahead) or _was_ahead(whole, min(hit.at, clause.words[0]), date)):
            return True
    return False


def _was_ahead(whole: Sentence, low: int, date: Range) -> bool:
    return any(hit.concept == "ahead" and low <= hit.at < date[0] for hit in whole.unreal)


def refuted(whole: Sentence, told: Range) -> Range | None:
    """The segments that hold reports, what they tell, and the words that call them untrue; None where none does.

    Args:
        told: the words whose truth is asked for.
    """
    found = [*whole.phrasing.reality.refuted.find(whole.run)]
    false = [hit for hit in found if hit.concept in ("false", "adjective") and not whole.in_date(hit.at)]
    for claim in (hit for hit in found if hit.concept == "claim" and hit.at < told[1] - 1):
        if not whole.concepts_in((claim.at, told[1])):
            continue
        for word in false:
            near = claim.at - _NEAR <= word.at and (word.concept == "false" or _beside(whole, claim, word))
            if near and not _parted(whole, claim.at, word.at):
                return _segments(whole, min(claim.at, word.at), max(told[1], word.at + word.count))
    return None


def called_untrue(whole: Sentence, clause: Clause, date: Range) -> Clause | None:
    """The clause, as a denial, where the words that have the date are called untrue."""
    if clause.words[0] > date[0]:
        return None
    found = refuted(whole, (clause.words[0], date[0] + 1))
    return None if found is None else Clause(found, found, denied=True)


def _beside(whole: Sentence, claim: Hit, word: Hit) -> bool:
    """True when the adjective is that of the claim, or says behind a date what all before it is."""
    touches = word.at + word.count == claim.at or claim.at + claim.count == word.at
    return touches or (word.at > claim.at and whole.in_date(word.at - 1))


def _parted(whole: Sentence, one: int, other: int) -> bool:
    """True when the sentence turns to another thing between the two."""
    return any(whole.turned(at) or whole.marked(at, "joins") for at in range(min(one, other) + 1, max(one, other)))


def _segments(whole: Sentence, first: int, end: int) -> Range:
    return whole.segments[whole.segment_of(first)][0], whole.segments[whole.segment_of(end - 1)][1]
