"""Rules of dates that say when a picture, a paper or the account of a witness was made, which is no news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.tree.values import Link, Predicate

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place


def of_record(here: Place) -> bool:
    """When a source was made, which is no news: "images captured on 7 May", «رسالة مؤرخة 9 حزيران»."""
    made, head = here.participle or _reduced(here), here.clause.head
    if made is None:
        return _made_public(here) or (head is not None and _asked(here, head))
    if head is not None and head is not made and "says" in head.head.marks:
        return False
    if here.grammar.names("dated", made.head) or here.grammar.names("recorded", made.head):
        return True
    before = here.groups[made.group.at - 1].units if made.group.at else ()
    return any(here.grammar.names("records", unit) for unit in (*before, *made.group.units))


def _asked(here: Place, head: Predicate) -> bool:
    """Witnesses were, by nobody who is told: "According to men interviewed in June, …"; or a picture is its subject."""
    if head.group.at != here.group.at - 1:
        return False
    seen = head.subject is not None and any(here.grammar.names("records", unit) for unit in head.subject.units)
    return seen or (head.object is None and here.grammar.names("recorded", head.head))


def _made_public(here: Place) -> bool:
    """Behind a picture and a verb that its letters do not show to be one: «مقطع مصور نشر في 6 أيار»."""
    *before, last = here.groups[here.group.at - 1].units if here.group.at else (here.group.head,)
    return here.grammar.names("released", last) and any(here.grammar.names("records", unit) for unit in before)


def _reduced(here: Place) -> Predicate | None:
    """The verb of a relative clause, or of one without its pronoun, that stands right before the date."""
    head = here.clause.head
    near = here.clause.link is Link.RELATIVE or here.clause.rule == "reduced relative"
    return head if near and head is not None and head.group.at == here.group.at - 1 else None
