"""Addresses: a wider place right behind its part only says where that lies: "Sohar, Oman", «صحار (شمال عمان)».

Source:
    Place names as appositional addresses (toponym resolution by containment, Leidner 2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline_core.model.entry import Named
from timeline_core.names.gazetteer import Gazetteer

_BRACKETS = ("(", "[")


def narrowest(found: Sequence[Named], text: str, entries: Gazetteer) -> list[Named]:
    """The places without those that only say where the one right before lies, in order of mention."""
    wider = {two for one, two in pairwise(found) if _locates(one, two, text, entries)}
    return [hit for hit in found if hit not in wider]


def _locates(place: Named, wider: Named, text: str, entries: Gazetteer) -> bool:
    """Nothing but a comma or a bracket stands between the two, and one lies in the other, or is told in the bracket."""
    between = text[place.span.end : wider.span.start]
    beside = bool(between) and not any(map(str.isalnum, between))
    return beside and (wider.id in entries.around(place.id) or between.strip() in _BRACKETS)
