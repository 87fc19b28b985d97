"""Marks of punctuation in pairs: quotation marks and brackets, each with what stands between them; commas told apart.

«قال: "سنعود غدا"» quotes a clause, «"سوريا الديمقراطية"» a name. An opening mark knows its partner, and so the reverse.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, DATE, FINITE, MARK
from timeline_core.syntax.tree.values import Group

ASIDE, ASIDE_END, COMMA, STOP, COLON, OPENS, CLOSES, BRACKET, BRACKET_END = (
    "aside",
    "aside_end",
    "comma",
    "stop",
    "colon",
    "opens",
    "closes",
    "bracket",
    "bracket_end",
)
CLAUSE, WORDS = "clause", "words"
"""What stands in a pair: something with a verb that heads a clause, or mere words."""
_LISTS = (
    ("stop", STOP),
    ("comma", COMMA),
    ("colon", COLON),
    ("open", OPENS),
    ("close", CLOSES),
    ("bracket", BRACKET),
    ("bracket_end", BRACKET_END),
)
_PARTNERS = {CLOSES: OPENS, BRACKET_END: BRACKET}


def paired(groups: Sequence[Group], grammar: Grammar) -> None:
    """Give each mark its role, pair those that open with those that close, and tell groups behind a comma."""
    opened: list[Group] = []
    dashes = _dashes(groups, grammar)
    for group in groups:
        if group.kind != MARK or _in_number(group, groups):
            continue
        group.role = dashes.get(group.at) or _role(group, opened, grammar)
        if group.role in (OPENS, BRACKET):
            opened.append(group)
        elif group.role in _PARTNERS:
            _close(group, opened, groups)
    for mark in opened:
        _left_open(mark, groups)
    _set_off(groups)
    for before, group in pairwise(groups):
        group.comma = before.kind == MARK and before.role in (COMMA, STOP)


def _in_number(mark: Group, groups: Sequence[Group]) -> bool:
    """It stands between two digits: «8,5 مليار», "12,000 people"."""
    if not 0 < mark.at < len(groups) - 1:
        return False
    before, behind = groups[mark.at - 1].units[-1], groups[mark.at + 1].units[0]
    glued = before.end == mark.span.start and mark.span.end == behind.start
    return glued and before.word[-1:].isdecimal() and behind.word[:1].isdecimal()


def _set_off(groups: Sequence[Group]) -> None:
    """Two commas around a date alone part nothing: «أصدرت المحكمة، فجر الأربعاء، حكما»."""
    commas = [group for group in groups if group.role == COMMA]
    for opens, closes in pairwise(commas):
        inside = groups[opens.at + 1 : closes.at]
        free = opens.role == COMMA and opens.at > 0 and closes.at + 1 < len(groups)
        if free and inside and all(one.kind == DATE for one in inside):
            opens.role, closes.role = ASIDE, ASIDE_END
            opens.partner, closes.partner = closes.at, opens.at


def _left_open(mark: Group, groups: Sequence[Group]) -> None:
    """A quotation that goes on in the next sentence: all that follows is inside."""
    if mark.role == OPENS and any(one.kind in (FINITE, COPULA) for one in groups[mark.at + 1 :]):
        mark.role = f"{OPENS} {CLAUSE}"


def _dashes(groups: Sequence[Group], grammar: Grammar) -> dict[int, str]:
    """Dashes that stand like brackets, glued to what is inside: «الملك -رعاه الله- في القصر». Others are commas."""
    found: dict[int, str] = {}
    opens: Group | None = None
    for (before, mark), (_, behind) in pairwise(pairwise(groups)):
        if mark.kind != MARK or not grammar.has("dash", mark.head.word):
            continue
        left, right = before.span.end == mark.span.start, mark.span.end == behind.span.start
        if right and not left:
            opens = mark
        elif left and not right and opens is not None:
            found |= {opens.at: BRACKET, mark.at: BRACKET_END}
            opens = None
    return found


def _role(group: Group, opened: Sequence[Group], grammar: Grammar) -> str:
    word = group.head.word
    if grammar.has("straight", word):
        return CLOSES if any(mark.head.word == word for mark in opened) else OPENS
    return next((role for name, role in _LISTS if grammar.has(name, word)), "")


def _close(group: Group, opened: list[Group], groups: Sequence[Group]) -> None:
    """Pair the mark with the last one that opens such a pair; what was opened inside and never closed is none."""
    wanted = _PARTNERS[group.role]
    at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at].role == wanted), None)
    if at is None:
        return
    partner = opened[at]
    del opened[at:]
    partner.partner, group.partner = group.at, partner.at
    inside = groups[partner.at + 1 : group.at]
    partner.role = f"{partner.role} {CLAUSE if any(one.kind in (FINITE, COPULA) for one in inside) else WORDS}"
    group.role = f"{group.role} {partner.role.split()[-1]}"
