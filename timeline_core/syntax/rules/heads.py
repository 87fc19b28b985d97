"""A verb behind the head of the open clause: it completes an auxiliary, or it is the content of a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_core.syntax.tree.groups import MARK
from timeline_core.syntax.tree.marks import COMMA

if TYPE_CHECKING:
    from timeline_core.syntax.tree.stack import Stack
    from timeline_core.syntax.tree.values import Group


def split(here: Stack) -> bool:
    """An auxiliary with its subject between it and the verb: «كان الجيش يقصف»."""
    head = here.top.head
    if not here.grammar.circumstance or head is None or head.form != "copula":
        return False
    inside = here.groups[head.group.at : here.group.at]
    if _parts(inside):
        return False
    if here.group.comma and not ("past" in here.group.marks and any(one.kind == "relative" for one in inside)):
        return False
    return here.group.kind != "copula" and not here.directly_joined


def _parts(inside: Sequence[Group]) -> bool:
    """A single comma, not in a list, ends the clause of the auxiliary: «كانت البلدة خالية بسبب القصف، لهذا انسحب»."""
    commas = [one for one in inside if one.kind == MARK and one.role.split()[:1] == [COMMA]]
    if len(commas) != 1:
        return False
    behind = [one for one in inside if one.at > commas[0].at]
    return bool(behind) and not any(one.listed for one in behind)


def said(here: Stack) -> bool:
    """Reported content that no word introduces: "he said it fell"."""
    head = here.top.head
    if not here.grammar.bare_content or head is None or here.bare is None or not here.subject_before:
        return False
    return "says" in head.head.marks and here.bare.at > head.group.at
