"""Where reports and decisions become the one timeline that lists, exports and the reader show.

What was derived from a library is kept in its cache: as long as neither its files nor what Waqai knows have changed,
nothing is read, and nothing known is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from tui.commands.gather import Gathered

if TYPE_CHECKING:
    from store.accounting import Tell
    from store.cache import Cache
    from store.library import Library
    from timeline_core.decision import Decision
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


def timeline(found: Gathered, known: Callable[[], Knowledge], tell: Tell = lambda _, __: None) -> Timeline:
    """The timeline of what was gathered, with every decision of its library in force; arguments as of `opened`."""
    kept = opened(found, known, tell)
    return kept.now.timeline if kept is not None else _decided(_derived(found, known()), found)


def opened(found: Gathered, known: Callable[[], Knowledge], tell: Tell = lambda _, __: None) -> Kept | None:
    """As `timeline`, with its index, out of the cache; what is not there is put there. None for no library.

    Args:
        known: a function of a module, for other processes call it too.
        tell: is told how many reports were read, and of how many.
    """
    if found.library is None or not all(found.state):
        return None
    from seeds.load import fingerprint
    from store.cache import DECIDED, DERIVED, Cache
    from store.sweeping import unswept
    from timeline_core.redecide import redecided

    cache, text, naming = Cache(found.library.folder, fingerprint()), found.library.text, _naming(found)
    reports, decisions = f"{found.state[0]}{_fingerprint(naming)}", found.state[1]
    base = cache.get(DERIVED, reports, text)
    if base is None:
        with unswept():
            base = cache.put(DERIVED, reports, _read(found.library, known, naming, cache, tell), text)
    if not found.log:
        return Kept(base, base)
    state = f"{reports} {decisions}"
    now = cache.get(DECIDED, state, text)
    if now is None and len(found.log) <= FEW:
        now = redecided(base, base, (), found.log)
    if now is None:
        now = cache.put(DECIDED, state, _decided(base.timeline, found), text)
    return Kept(replace(now, timeline=replace(now.timeline, derived=base.timeline)), base)


def _read(
    library: Library, known: Callable[[], Knowledge], naming: tuple[Decision, ...], cache: Cache, tell: Tell
) -> Timeline:
    """Derived from what every report of the library tells; its reports are without text."""
    from store.accounting import Reader, accounts
    from timeline_core.dated import settled
    from timeline_core.derive import joined

    reader = Reader(known, naming)
    with cache.accounts(_fingerprint(naming)) as kept:
        told = accounts(library, kept, reader, tell)
    return joined(settled(told, reader.known, library.whole), reader.known)


def _derived(found: Gathered, known: Knowledge) -> Timeline:
    from timeline_core.derive import derive
    from timeline_core.renaming import renamed

    known = replace(known, gazetteer=renamed(known.gazetteer, found.log)) if found.log else known
    return derive(found.reports, known)


def _decided(derived: Timeline, found: Gathered) -> Timeline:
    from timeline_core.decide import decide

    return decide(derived, found.log) if found.log else derived


def _naming(found: Gathered) -> tuple[Decision, ...]:
    """What holds of what was decided about names: reports are read with it."""
    from timeline_core.decision import Act, in_force

    return tuple(one for one in in_force(found.log) if one.act in (Act.NAME, Act.SAME))


def _fingerprint(naming: Sequence[Decision]) -> str:
    """Empty where nothing was decided about names."""
    said = repr([(one.act.value, one.values) for one in naming]).encode("utf-8", "surrogatepass")
    return f" {sha256(said).hexdigest()}" if naming else ""
