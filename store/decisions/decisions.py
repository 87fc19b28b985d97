"""`Decisions`: what people decided about the events of a library; only ever added to (DESIGN.md section 8).

An act goes to the journal first, fsynced, and now and then the journal is folded into decisions.json, where the number
of a TinyDB document is the sequence of its act: so a fold that was killed midway may be done again, and is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from store.decisions import acts, journal, proof, stamps
from store.decisions import compaction as fold
from store.decisions.compaction import FILE, JOURNAL
from store.disk import lock, locked, migrations, private, whole
from store.disk.errors import LibraryError, refused
from timeline_core.model.decision import Act, Decision, Target, to_redo, to_undo
from timeline_core.model.unswept import unswept

_MOST_LINES = 1_000
_SHARE = 50
"""Closing folds a journal that holds a fiftieth of decisions.json, or a thousand acts: so folding costs an act little,
however many there are, and a journal stays short."""

_TRIES = 5


@dataclass(slots=True)
class _State:
    """What has been read so far, and where the journal goes on."""

    log: list[Decision] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    known: bool = False
    """True once decisions.json was read, and not the journal alone."""
    base: int = 0
    folded: int = 0
    last: int = 0
    first: bytes = b""
    end: int = 0
    torn: bytes = b""
    link: proof.Link = proof.NONE
    """Where the chain of acts ended when the journal began."""
    tail: Mapping[str, Any] | None = None
    """The last act, as it is kept; None where none was read."""
    spoiled: list[tuple[int, bytes]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class Decisions:
    """The log of a library. Several processes and threads may read and write at once; reading takes no lock."""

    def __init__(
        self,
        folder: Path,
        patience: float = lock.PATIENCE,
        clock: Callable[[], int] = stamps.milliseconds,
        *,
        makes: bool = False,
    ) -> None:
        """
        Args:
            patience: seconds to wait for another writer.
            clock: milliseconds since 1970.
            makes: make the folder with the first act, where there is none.
        """
        self._folder = folder
        self._patience, self._makes = patience, makes
        self._stamps = stamps.Stamps(clock)
        self._state = _State()
        self._seen: fold.Stamp | None = None
        self._guard = threading.RLock()
        self._swept = False

    def wait(self, patience: float) -> None:
        """Wait no longer than that many seconds for another writer from now on: a key must not freeze."""
        self._patience = patience

    def log(self) -> tuple[Decision, ...]:
        """Every act that anyone has recorded, those of other processes too, in the order of recording.

        Raises:
            LibraryError: decisions.json is damaged; the message says what is left and how to have it back.
        """
        with self._guard:
            locked.check(self._folder)
            self._catch_up(whole=True)
            return tuple(self._state.log)

    @property
    def changed(self) -> bool:
        """True when another process may have written since the last look; costs two looks at the disk."""
        return self._seen != fold.stamp(self._folder)

    @property
    def problems(self) -> tuple[str, ...]:
        """A line for each thing that could not be read at the last look; everything else was read."""
        file = self._folder / JOURNAL
        spoiled = (
            f"{file}: line {number} is damaged and is passed over; the next decision sets it aside in {fold.ASIDE}/"
            for number, _ in self._state.spoiled
        )
        return (*spoiled, *self._state.problems)

    def record(
        self,
        act: Act,
        who: str,
        targets: Sequence[Target] = (),
        values: Sequence[str] = (),
        *,
        undoes: str = "",
        cleared: bool = False,
    ) -> Decision:
        """Keep one act; it is on the disk when this returns. Costs the same however large the library is.

        Raises:
            LibraryError: it was not kept; everything before is whole.
        """
        [kept] = self.record_all([Decision("", act, "", who, tuple(targets), tuple(values), undoes, cleared)])
        return kept

    def record_all(self, drafts: Iterable[Decision]) -> tuple[Decision, ...]:
        """Keep all of these acts or none, in one writing; their ids and moments are given here.

        Raises:
            LibraryError: none was kept; words that are no text, for one, would be lost in whatever they are handed on.
        """
        drafts = [*drafts]
        for word in (word for one in drafts for word in (one.who, *one.values) if one.act is not Act.GAZETTEER):
            if not acts.is_text(word):
                raise LibraryError(
                    self._folder,
                    f"was given words that are no text ({ascii(word)[:60]})",
                    "type them in a UTF-8 locale, such as LC_ALL=C.UTF-8; nothing was kept",
                )
        with self._writing(), unswept():
            return self._append(drafts)

    def undo(self, who: str) -> Decision | None:
        """Undo the last act of that person that is in force; None if there is none."""
        return self._answer(to_undo, who)

    def redo(self, who: str) -> Decision | None:
        """Do again what that person undid last; None if there is nothing to do again."""
        return self._answer(to_redo, who)

    def take(self, others: Iterable[Decision]) -> tuple[Decision, ...]:
        """Take in the decisions of another library or a copy that are not known yet, unchanged.

        Returns:
            Those that were new.
        """
        with self._writing():
            self._catch_up(whole=True)
            new = {one.id: one for one in others if one.id not in self._state.ids}
            return self._append(new.values(), own=False)

    def compact(self) -> int:
        """Fold the journal into decisions.json.

        Returns:
            How many acts were folded.
        """
        with self._writing():
            self._catch_up(whole=True)
            with unswept():
                folded = fold.fold(self._folder)
            self._catch_up(whole=True)
            return folded

    def close(self) -> None:
        """Fold the journal where that is worth its cost. The object may be used again."""
        with self._guard:
            if not self._state.first:
                return
            held = self._state.last - self._state.folded
            if self._state.known and held >= max(1, min(_MOST_LINES, self._state.folded // _SHARE)):
                self.compact()

    def repair(self) -> tuple[int, bool]:
        """Put together what is left of a damaged decisions.json; the damaged file is set aside, never deleted.

        Returns:
            How many acts there are now, and whether none is missing.
        """
        with self._guard:
            self._lift()
        with self._guard, lock.held(self._folder, lock.DECISIONS, self._patience):
            self._state = _State()
            return fold.repair(self._folder)

    def _answer(self, find: Callable[[Iterable[Decision], str], Decision | None], who: str) -> Decision | None:
        with self._writing():
            self._catch_up(whole=True)
            found = find(self._state.log, who)
            if found is None:
                return None
            [kept] = self._append([Decision("", Act.UNDO, "", who, undoes=found.id)])
            return kept

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, with all read that others have written to the journal."""
        with self._guard:
            self._lift()
            with lock.held(self._folder, lock.DECISIONS, self._patience):
                migrations.version(self._folder)
                self._sweep()
                self._catch_up(whole=self._state.known)
                self._set_aside()
                yield

    def _sweep(self) -> None:
        """Remove, once, what a killed fold left; only the holder of this lock writes to the folder."""
        if not self._swept:
            try:
                whole.sweep(self._folder)
                whole.sweep(self._folder / fold.ASIDE)
            except OSError as error:
                raise refused(self._folder, error) from error
            self._swept = True

    def _lift(self) -> None:
        version = migrations.version(self._folder)
        if version is None and self._makes:
            self._make()
        elif version is None:
            raise LibraryError(self._folder, "is no library yet, so it keeps no decisions", "add a report first")
        elif version < migrations.CURRENT:
            migrations.lift_alone(self._folder, self._patience)

    def _make(self) -> None:
        try:
            private.make_own(self._folder.parent)
            private.make_own(self._folder)
        except OSError as error:
            raise refused(self._folder, error) from error
        migrations.create(self._folder, self._folder.name)

    def _append(self, decisions: Iterable[Decision], *, own: bool = True) -> tuple[Decision, ...]:
        """Put the acts behind all others; those of one's `own` get their id, their moment and the act before them."""
        state = self._state
        link = proof.last(state.tail) if state.tail is not None else state.link
        kept, lines = list[Decision](), list[bytes]()
        for one in decisions:
            if own:
                id, at = self._stamps.next()
                one = replace(one, id=id, at=at, before=link.act)
            kept.append(one)
            document = acts.document(one)
            link = link.to(document)
            lines.append(journal.line(state.last + len(kept), {**document, proof.CHAIN: link.head}))
        if kept:
            self._write(lines)
        return tuple(kept)

    def _write(self, lines: list[bytes]) -> None:
        state, file = self._state, self._folder / JOURNAL
        if state.first:
            journal.append(file, state.end, lines)
        else:
            journal.begin(file, journal.head_behind(state.last, state.tail), lines)
        self._catch_up(whole=state.known)

    def _set_aside(self) -> None:
        """Before the first write after damage, move what is no valid line out of the journal, and keep it."""
        state = self._state
        if state.spoiled:
            fold.clean(self._folder)
            self._catch_up(whole=state.known)
        elif state.torn:
            fold.put_aside(self._folder, JOURNAL, [state.torn])
            state.torn = b""

    def _catch_up(self, *, whole: bool) -> None:
        """Read what is new: the end of the journal, or everything where another journal has taken its place."""
        seen = fold.stamp(self._folder)
        if seen == self._seen and (self._state.known or not whole):
            return
        state = self._state
        more = None
        if state.first and self._seen and seen[0] == self._seen[0] and (state.known or not whole):
            more = fold.more(self._folder, state.first, state.end)
        if more is None or more.spoiled:
            with unswept():
                self._state = self._read(whole=whole)
        else:
            self._take_in(state, more.lines)
            state.end += more.end
            state.torn = more.torn
        self._seen = seen

    def _read(self, *, whole: bool) -> _State:
        """Everything from the beginning, or no more than the journal.

        A journal that was read before a fold and a decisions.json from before it leave a gap, so both are read again.
        """
        for _ in range(_TRIES):
            content = None if whole else journal.read(self._folder / JOURNAL)
            known = content is None or content.head is None
            folded = fold.documents(self._folder) if known else {}
            content = content or journal.read(self._folder / JOURNAL)
            state = self._begun(folded, content or journal.Content(), known=known)
            if not known or state.folded >= state.base:
                self._take_in(state, [journal.Line(*pair) for pair in folded.items()], folded=True)
                self._take_in(state, content.lines if content else ())
                return state
        raise fold.gap(self._folder)

    def _begun(self, folded: fold.Documents, content: journal.Content, *, known: bool) -> _State:
        head = content.head or journal.Head("", 0)
        last = max(folded, default=0) if known else head.base
        state = _State(known=known, base=head.base, folded=last, last=last, first=content.first, end=content.end)
        state.torn, state.spoiled, state.link = content.torn, content.spoiled, head.link
        self._stamps.seen("", head.at)
        if folded and content.head is None:
            state.problems.append(
                f"{self._folder / JOURNAL}: is gone or has no beginning, so what was decided last may be missing; "
                "put a sound copy in its place, or decide it again"
            )
        return state

    def _take_in(self, state: _State, lines: Iterable[journal.Line], *, folded: bool = False) -> None:
        """Add the new acts; a line that is no valid decision is reported and left in place for a later version."""
        for line in lines:
            if not folded and line.sequence <= state.folded:
                continue
            if line.sequence >= state.last:
                state.last, state.tail = line.sequence, line.document
            try:
                decision = acts.decision(line.document)
            except acts.ActError as error:
                state.problems.append(f"{self._folder / (FILE if folded else JOURNAL)}: {error}; it is passed over")
                continue
            if decision.id not in state.ids:
                state.ids.add(decision.id)
                state.log.append(decision)
                self._stamps.seen(decision.id, decision.at)
