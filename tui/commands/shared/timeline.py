"""Derives the timeline of reports and decisions, for lists, exports and the reader.

A library's timeline is cached: unless its files or our language data have changed, no report is read and no language
data are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.commands.shared.context import FAILED, OK, Context
from tui.commands.shared.gather import Gathered

if TYPE_CHECKING:
    from store.derived.accounting import Tell
    from store.derived.cache import Cache
    from store.reports.library import Library
    from timeline_core.decisions.event_pair import EventPair
    from timeline_core.decisions.on_reports import Amendments
    from timeline_core.events.accounts import Account
    from timeline_core.knowledge import Knowledge
    from timeline_core.model.decision import Act, Decision
    from timeline_core.model.fault import Fault
    from timeline_core.model.report import Report
    from timeline_core.timeline import Timeline
    from timeline_core.view.index.index import Indexed


Told: TypeAlias = "dict[tuple[str, Report], Account]"
"""What each report tells, by the decisions about names that it was read with and the report."""


class Kept(NamedTuple):
    """A timeline from the cache."""

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
    """As `timeline`, with its index, from the cache, which is filled if necessary; None without a library.

    Args:
        known: a function of a module, for other processes call it too.
        tell: is told how many reports were read, and of how many.
    """
    if found.library is None or not all(found.state):
        return None
    from store.derived.cache import DERIVED
    from timeline_core.decisions.on_reports import read_amendments
    from timeline_core.model.unswept import unswept

    cache, reports = _cache(found.library), _state(found)
    base = cache.get(DERIVED, reports, found.text)
    if base is None:
        with unswept():
            derived = _read(found.library, known, _of_names(found.log), read_amendments(found.log), cache, tell)
            base = cache.put(DERIVED, reports, derived, found.text)
    return _with_decisions(found, base, cache)


def loose(found: Gathered, known: Callable[[], Knowledge], tell: Tell, told: Told) -> Kept:
    """As `opened`, of reports that are in no library; what each tells is kept in `told`, and not read twice."""
    base = _again(_derived(found, known(), tell, told))
    return _applied(found, base) or Kept(_again(_decided(base.timeline, found)), base)


def set_aside(timeline: Timeline, context: Context) -> int:
    """Print every report whose processing failed; FAILED if there is one, so that scripts notice."""
    for id, fault in timeline.faults.items():
        name_set_aside(id, timeline.report(id), fault, context)
    return FAILED if timeline.faults else OK


def name_set_aside(id: str, report: Report | None, fault: Fault, context: Context) -> int:
    """Name a report whose reading broke, where it lies, the step, and what to do; FAILED."""
    context.tell(
        f"{(report.path if report else '') or id}: «{id}» is set aside, for its reading broke in the step "
        f"«{fault.step}» ({fault}); it stays readable, and all others go on; please report this line"
    )
    return FAILED


def at_once(found: Gathered) -> tuple[Kept, bool] | None:
    """The cached timeline with all decisions, and whether it covers all reports.

    Fast: reports that were added or changed since are not read here, but by `opened`.
    """
    if found.library is None or not all(found.state):
        return None
    from store.derived.cache import DERIVED

    cache = _cache(found.library)
    last = cache.last(DERIVED, found.text)
    if last is None:
        return None
    base, state = last
    if state == _state(found):
        return _with_decisions(found, base, cache), True
    return _applied(found, base) or Kept(_again(_decided(base.timeline, found)), base), False


def _cache(library: Library) -> Cache:
    from seeds.load import fingerprint
    from store.derived.cache import Cache

    return Cache(library.folder, fingerprint())


def asks_for_reading(before: Sequence[Decision], log: Sequence[Decision]) -> bool:
    """True if the logs differ in decisions about reports or names, after which reports must be read again.

    A star, a note or a rejected event changes no report.
    """
    return _of_all(before) != _of_all(log)


def _of_all(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """What holds of what was decided about names and reports."""
    from timeline_core.model.decision import OF_NAMES, OF_REPORTS

    return _of(log, OF_NAMES | OF_REPORTS)


def _state(found: Gathered) -> str:
    """Of all that is derived before any decision but those about names and reports."""
    return f"{found.state[0]}{_fingerprint(_of_all(found.log))}"


def _with_decisions(found: Gathered, base: Indexed, cache: Cache) -> Kept:
    """Many decisions are kept applied, beside the timeline that they are upon."""
    from store.derived.cache import DECIDED

    applied = _applied(found, base) if len(found.log) <= FEW else None
    if applied is not None:
        return applied
    state = f"{_state(found)} {found.state[1]}"
    now = cache.get(DECIDED, state, found.text)
    if now is None:
        now = cache.put(DECIDED, state, _decided(base.timeline, found), found.text)
    return Kept(replace(now, timeline=replace(now.timeline, derived=base.timeline)), base)


def _applied(found: Gathered, base: Indexed) -> Kept | None:
    """None where that takes an index of its own."""
    from timeline_core.decisions.reapply import redecide

    if not found.log:
        return Kept(base, base)
    now = redecide(base, base, (), found.log)
    return None if now is None else Kept(replace(now, timeline=replace(now.timeline, derived=base.timeline)), base)


def _again(timeline: Timeline) -> Indexed:
    from timeline_core.view.index.build import make_index
    from timeline_core.view.index.index import Indexed

    return Indexed(timeline, make_index(timeline))


def _read(
    library: Library,
    known: Callable[[], Knowledge],
    naming: tuple[Decision, ...],
    amended: Amendments,
    cache: Cache,
    tell: Tell,
) -> Timeline:
    """Derived from what every report of the library tells; its reports are without text."""
    from timeline_core.derive import join_accounts

    return join_accounts(*_told(library, known, naming, amended, cache, tell))


def _told(
    library: Library,
    known: Callable[[], Knowledge],
    naming: tuple[Decision, ...],
    amended: Amendments,
    cache: Cache,
    tell: Tell,
) -> tuple[Sequence[Account], Knowledge]:
    """What every report of the library tells, and the knowledge that they are read with."""
    from store.derived.accounting import Reader, accounts
    from timeline_core.events.cross_dating import settled

    reader = Reader(known, naming, amended)
    with cache.accounts(_fingerprint(naming)) as kept:
        own = accounts(library, kept, reader, tell)
    return settled(own, reader.known, library.whole), reader.known


def event_pairs(found: Gathered, timeline: Timeline, known: Callable[[], Knowledge], tell: Tell) -> list[EventPair]:
    """Which events may be one, for a person to say.

    Args:
        timeline: of what was gathered, with its log in force.
    """
    from timeline_core.decisions.doubts import find_event_pairs
    from timeline_core.decisions.on_reports import read_amendments
    from timeline_core.merge.bounds import bounds_of

    if found.library is not None:
        naming, amended = _of_names(found.log), read_amendments(found.log)
        read, knows = _told(found.library, known, naming, amended, _cache(found.library), tell)
    else:
        read, knows = _accounts(found, known())
    return find_event_pairs(read, bounds_of(read, knows), timeline, found.log)


def accounts_of(library: Library, ids: Collection[str], known: Callable[[], Knowledge], tell: Tell) -> list[Account]:
    """What each of these reports tells by itself; it is kept, so that the next list need not read them again."""
    from store.derived.accounting import Reader, accounts
    from timeline_core.decisions.on_reports import read_amendments

    log = library.decisions.log()
    naming = _of_names(log)
    with _cache(library).accounts(_fingerprint(naming)) as kept:
        return accounts(library, kept, Reader(known, naming, read_amendments(log)), tell, only=ids)


def _derived(found: Gathered, known: Knowledge, tell: Tell = lambda _, __: None, told: Told | None = None) -> Timeline:
    from timeline_core.derive import join_accounts

    return join_accounts(*_accounts(found, known, tell, told))


def _accounts(
    found: Gathered, known: Knowledge, tell: Tell = lambda _, __: None, told: Told | None = None
) -> tuple[Sequence[Account], Knowledge]:
    """What the reports that are in no library tell, and the knowledge that they are read with."""
    from timeline_core.decisions.on_reports import read_amendments
    from timeline_core.events.accounts import account
    from timeline_core.events.cross_dating import settled

    reports, naming = found.reports, ""
    if found.log:
        from timeline_core.decisions.names import apply_names

        known = replace(known, gazetteer=apply_names(known.gazetteer, found.log))
        reports, naming = read_amendments(found.log).kept(reports), _fingerprint(_of_names(found.log))
    told = {} if told is None else told
    for number, report in enumerate(reports):
        tell(number, len(reports))
        if (naming, report) not in told:
            told[naming, report] = account(report, known)
    return settled([told[naming, report] for report in reports], known), known


def _decided(derived: Timeline, found: Gathered) -> Timeline:
    if not found.log:
        return derived
    from timeline_core.decisions.apply import decide

    return decide(derived, found.log)


def _of_names(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """What holds of what was decided about names: reports are read with it."""
    from timeline_core.model.decision import OF_READING

    return _of(log, OF_READING)


def _of(log: Sequence[Decision], acts: frozenset[Act]) -> tuple[Decision, ...]:
    from timeline_core.model.decision import in_force

    return tuple(one for one in in_force(log) if one.act in acts)


def _fingerprint(acts: Sequence[Decision]) -> str:
    """Empty where nothing was decided of such a kind."""
    said = repr([(one.act.value, one.values) for one in acts]).encode("utf-8", "surrogatepass")
    return f" {sha256(said).hexdigest()}" if acts else ""
