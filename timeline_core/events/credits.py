"""Credit lines: the outlet from which a whole report is taken.

"TYRE (Reuters) - A bakery …", «… بلا إصابات. (رويترز)» and "Source: Reuters" say of all that the report tells who says
so: an agency is its source, whichever paper prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_core.model.actor_role import ActorRole, joined_roles
from timeline_core.model.draft import Draft
from timeline_core.model.entry import Named
from timeline_core.model.event import Kind
from timeline_core.names.gazetteer import Gazetteer

_OUTLET = "outlet"
_OPENS, _SHUTS, _DASHES, _LABELS = "([（", ")]）", "-–—:،,", ":："
_LONGEST = 40
"""Code points of a dateline before its agency."""
_LABEL = 2
"""Words of a label: "Source:", "News source:"."""
_HAPPENED = (Kind.OCCURRENCE, Kind.PLANNED)


def add_credits(drafts: Sequence[Draft], text: str, named: Iterable[Named], names: Gazetteer) -> tuple[Draft, ...]:
    """Make the outlets that the report is credited to sources of what it tells to have happened."""
    found = tuple(dict.fromkeys(find_credits(text, named, names)))
    if not found:
        return tuple(drafts)
    sources = tuple((ActorRole.SOURCE, id) for id in found)
    return tuple(
        replace(draft, roles=joined_roles((*draft.roles, *sources))) if draft.kind in _HAPPENED else draft
        for draft in drafts
    )


def find_credits(text: str, named: Iterable[Named], names: Gazetteer) -> Iterator[str]:
    """Find the outlets in the brackets of a dateline or of an end, and behind a label on a line of their own."""
    for hit in named:
        if hit.id not in names or names[hit.id].type != _OUTLET:
            continue
        start, end = hit.span.start, hit.span.end
        line = text.rfind("\n", 0, start) + 1
        rest = text[end : next((at for at in (text.find("\n", end),) if at >= 0), len(text))]
        if _is_bracketed(text[line:start], rest) or _is_labelled(text[line:start], rest):
            yield hit.id


def _is_bracketed(before: str, rest: str) -> bool:
    """True for an outlet alone in brackets, behind the town of a dateline or at the end of its paragraph."""
    if not before.endswith(tuple(_OPENS)) or not rest.startswith(tuple(_SHUTS)):
        return False
    behind = rest[1:].strip()
    heads = len(before) <= _LONGEST and behind[:1] in _DASHES
    return heads or not any(map(str.isalnum, behind))


def _is_labelled(before: str, rest: str) -> bool:
    """True for «المصدر: رويترز» on a line of its own."""
    label = before.strip()
    return label.endswith(tuple(_LABELS)) and len(label.split()) <= _LABEL and not any(map(str.isalnum, rest))
