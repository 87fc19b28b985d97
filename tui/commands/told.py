"""Where reports and decisions become the one timeline that lists, exports and the reader show.

What was derived from a library is kept in its cache: as long as neither its files nor what Waqai knows have changed,
nothing is read, and nothing known is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from tui.commands.gather import Gathered

if TYPE_CHECKING:
    from store.cache import Cache
    from timeline_core.dated import Accounts
    from timeline_core.index import Indexed
    from timeline_core.knowledge import Knowledge
    from timeline_core.timeline import Timeline


class Kept(NamedTuple):
    """A timeline out of the cache."""

    now: Indexed
    """With every decision in force."""
    derived: Indexed
    """Before any."""


FEW = 2_000
"""Decisions up to which they are applied at each opening, and not kept applied."""


def timeline(found: Gathered, known: Callable[[], Knowledge]) -> Timeline:
    """The timeline of what was gathered, with every decision of its library in force."""
    kept = opened(found, known)
    return kept.now.timeline if kept is not None else _decided(_derived(found, known()), found)


def opened(found: Gathered, known: Callable[[], Knowledge]) -> Kept | None:
    """As `timeline`, with its index, out of the cache; what is not there is put there. None for no library."""
    if found.library is None or not all(found.state):
        return None
    from seeds.load import fingerprint
    from store.cache import DECIDED, DERIVED, Cache
    from timeline_core.redecide import redecided

    cache, text = Cache(found.library.folder, f"{fingerprint()} {_named(found)}"), found.library.text
    reports, decisions = found.state
    base = cache.get(DERIVED, reports, text)
    if base is None:
        base = cache.put(DERIVED, reports, _read(found, known(), cache), text)
    if not found.log:
        return Kept(base, base)
    state = f"{reports} {decisions}"
    now = cache.get(DECIDED, state, text)
    if now is None and len(found.log) <= FEW:
        now = redecided(base, base, (), found.log)
    if now is None:
        now = cache.put(DECIDED, state, _decided(base.timeline, found), text)
    return Kept(replace(now, timeline=replace(now.timeline, derived=base.timeline)), base)


def _read(found: Gathered, known: Knowledge, cache: Cache) -> Timeline:
    with cache.accounts() as accounts:
        return _derived(found, known, accounts)


def _derived(found: Gathered, known: Knowledge, accounts: Accounts | None = None) -> Timeline:
    from timeline_core.derive import derive
    from timeline_core.renaming import renamed

    known = replace(known, gazetteer=renamed(known.gazetteer, found.log)) if found.log else known
    return derive(found.reports, known, accounts)


def _decided(derived: Timeline, found: Gathered) -> Timeline:
    from timeline_core.decide import decide

    return decide(derived, found.log) if found.log else derived


def _named(found: Gathered) -> str:
    """The fingerprint of what was decided about names: reports are read with it."""
    from timeline_core.decision import Act

    acts = (one for one in found.log if one.act in (Act.NAME, Act.SAME, Act.UNDO))
    return sha256(repr([*acts]).encode("utf-8", "surrogatepass")).hexdigest() if found.log else ""
