"""Extent: the words of a clause, with those of the clauses below it.

Source:
    The projection of a head: all that hangs on it (Tesnière 1959).
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import JOINT, MARK, OPENER, RELATIVE
from timeline_core.syntax.tree.values import COMMENT, Clause, Group, Kind, Link, Tree

_place = attrgetter("at")
_SAID = frozenset({Link.CONTENT, Link.QUOTE})
_ASIDE = frozenset({Link.SOURCE})
"""Links of clauses that add nothing to what the main clause states: "according to the ministry"."""


def clause_extent(tree: Tree, clause: Clause, *, asides: bool = False) -> Span | None:
    """From the first word of the clause to the last of what hangs on it; without the word that opens it.

    Args:
        asides: with its sources.

    Cost:
        Worked out once for each clause of a tree.
    """
    key = (id(clause), asides)
    if key not in tree.extents:
        tree.extents[key] = _extent(tree, clause, asides=asides)
    return tree.extents[key]


def _extent(tree: Tree, clause: Clause, *, asides: bool) -> Span | None:
    own = sorted([group for group in clause.groups if not _opens(group, clause)], key=_place)
    while own and own[0].units[0].kind is Kind.CLITIC:
        del own[0]
    first = next((group for group in own if group.kind not in (JOINT, MARK)), None)
    if first is None:
        return None
    last = max(own[-1], *_last_below(tree, clause, asides=asides), key=_place)
    led = clause.link is Link.TIME and len(first.units) > 1 and first.units[0].kind is Kind.PREPOSITION
    return Span(first.units[1 if led else 0].start, last.units[-1].end)


def _last_below(tree: Tree, clause: Clause, *, asides: bool) -> list[Group]:
    """The last group of what hangs on the clause; none where nothing does."""
    hangs: dict[int, bool] = {id(clause): True}
    for group in reversed(tree.groups):
        inner = group.clause
        if inner is None:
            continue
        if id(inner) not in hangs:
            hangs[id(inner)] = _below(inner, clause, asides=asides)
        if hangs[id(inner)]:
            return [group]
    return []


def _opens(group: Group, clause: Clause) -> bool:
    return group is clause.opener or (group.kind in (OPENER, RELATIVE) and group is clause.groups[0])


def _below(inner: Clause, outer: Clause, *, asides: bool) -> bool:
    """The inner clause hangs on the outer one, and is no clause beside it and no source; asides are part of what is
    said, too.
    """
    beside = False
    for clause in above(inner):
        if clause is outer:
            return not beside
        beside = (beside or _is_comment(clause)) and not (asides and clause.link in _SAID)
        if (beside or clause.link in _ASIDE) and not asides:
            return False
    return False


def _is_comment(clause: Clause) -> bool:
    """A statement of its own that accompanies the main one («فيما …», "while …")."""
    subject = clause.head.subject if clause.head is not None else None
    named = subject is not None and subject.head.kind is not Kind.NUMBER
    return named and clause.opener is not None and clause.opener.units[-1].concept == COMMENT


def above(clause: Clause) -> Iterator[Clause]:
    """The clause, and those in which it stands, innermost first."""
    inner: Clause | None = clause
    while inner is not None:
        yield inner
        inner = inner.above
