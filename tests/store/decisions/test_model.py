"""The decisions of three libraries against a list: whatever is done in whatever order, all hold what it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from store.decisions import compaction as fold
from store.decisions import journal, proof
from store.decisions.decisions import Decisions
from store.disk import migrations, port, seal
from store.disk.atomic import to_json
from store.reports.library import Library
from tests.depth import IS_DEEP
from tests.store.disk.test_faults import KILL, Fault, KilledError
from tests.store.words import originals
from timeline_core.model.decision import Act, Decision

pytestmark = pytest.mark.usefixtures("nothing_waits")
NAMES = ("here", "there", "elsewhere")
PLACES = st.sampled_from(NAMES)
WRITERS = st.integers(0, 1)
_TOLD = settings(deadline=None, database=None)


@dataclass(slots=True)
class Model:
    """What a library holds, and what its one person may undo and do again."""

    ids: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    undone: list[tuple[str, str]] = field(default_factory=list)
    """A step, and the act that undid it."""

    def recorded(self, one: Decision) -> None:
        """Something new, after which nothing is done again."""
        self.ids.append(one.id)
        self.steps.append(one.id)
        self.undone.clear()


class Libraries(RuleBasedStateMachine):
    """Two writers at each of three libraries, which are merged now and then, and come from an older Waqai."""

    def __init__(self) -> None:
        super().__init__()
        self._place = TemporaryDirectory()
        self._models = {name: Model() for name in NAMES}
        for name in self._models:
            Library(self._folder(name)).add(originals("one"))
        self._writers = {name: [Decisions(self._folder(name)) for _ in range(2)] for name in self._models}

    def teardown(self) -> None:
        self._place.cleanup()

    def _folder(self, name: str) -> Path:
        return Path(self._place.name) / name

    @rule(name=PLACES, writer=WRITERS)
    def record(self, name: str, writer: int) -> None:
        self._models[name].recorded(self._writers[name][writer].record(Act.TAG, name, values=("a",)))

    @rule(name=PLACES, writer=WRITERS, many=st.integers(0, 3))
    def record_all(self, name: str, writer: int, many: int) -> None:
        drafts = [Decision("", Act.NOTE, "", name, (), (str(number),)) for number in range(many)]
        for one in self._writers[name][writer].record_all(drafts):
            self._models[name].recorded(one)

    @rule(name=PLACES, writer=WRITERS)
    def undo(self, name: str, writer: int) -> None:
        model, found = self._models[name], self._writers[name][writer].undo(name)
        assert (found.undoes if found is not None else None) == (model.steps[-1] if model.steps else None)
        if found is not None:
            model.ids.append(found.id)
            model.undone.append((model.steps.pop(), found.id))

    @rule(name=PLACES, writer=WRITERS)
    def redo(self, name: str, writer: int) -> None:
        model, found = self._models[name], self._writers[name][writer].redo(name)
        assert (found.undoes if found is not None else None) == (model.undone[-1][1] if model.undone else None)
        if found is not None:
            model.ids.append(found.id)
            model.steps.append(model.undone.pop()[0])

    @rule(name=PLACES, writer=WRITERS)
    def fold(self, name: str, writer: int) -> None:
        self._writers[name][writer].compact()

    @rule(name=PLACES, writer=WRITERS)
    def open_again(self, name: str, writer: int) -> None:
        self._writers[name][writer].close()
        self._writers[name][writer] = Decisions(self._folder(name))

    @rule(name=PLACES, folded=st.integers(0, 9))
    def come_from_before_the_chain(self, name: str, folded: int) -> None:
        """The library is as version 4 kept it; the next writer brings it along."""
        folder = self._folder(name)
        bare = {
            n: {key: said for key, said in one.items() if key != proof.CHAIN} for n, one in fold.kept(folder).items()
        }
        first = {n: one for n, one in bare.items() if n <= folded}
        fold.replace(folder, first)
        lines = [journal.line(n, one) for n, one in bare.items() if n > folded]
        journal.begin(folder / fold.JOURNAL, journal.head_behind(max(first, default=0), None), lines)
        header = {"schema": migrations.CHAINED - 1, "name": name}
        check = seal.checksum(migrations.HEADER, to_json(header).decode("utf-8"))
        (folder / migrations.HEADER).write_bytes(to_json({**header, seal.CHECKSUM: check}))

    @rule(to=PLACES, other=PLACES, writer=WRITERS)
    def merge(self, to: str, other: str, writer: int) -> None:
        """A second time nothing is new."""
        if to == other:
            return
        log, known = self._writers[other][writer].log(), set(self._models[to].ids)
        taken = self._writers[to][writer].take(log)
        assert [one.id for one in taken] == [one for one in self._models[other].ids if one not in known]
        self._models[to].ids += [one.id for one in taken]
        assert self._writers[to][1 - writer].take(log) == ()

    @rule(name=PLACES, call=st.integers(1, 12), folds=st.booleans())
    def end_in_the_middle(self, name: str, call: int, *, folds: bool) -> None:
        """What was not told to be kept is kept as a whole, or not at all."""
        writer, model = Decisions(self._folder(name)), self._models[name]
        try:
            with port.watched(Fault(call, KILL, lasting=True)):
                writer.compact() if folds else writer.record(Act.TAG, name, values=("killed",))
        except KilledError:
            pass
        for one in Decisions(self._folder(name)).log()[len(model.ids) :]:
            assert one.values == ("killed",)
            model.recorded(one)

    @invariant()
    def all_hold_what_the_list_holds(self) -> None:
        for name, model in self._models.items():
            for writer in self._writers[name]:
                assert [one.id for one in writer.log()] == model.ids

    @invariant()
    def nothing_is_wrong(self) -> None:
        for name in self._models:
            assert Decisions(self._folder(name)).problems == ()
            documents = fold.kept(self._folder(name)).values()
            assert proof.loose(documents) == 0
            if migrations.version(self._folder(name)) == migrations.CURRENT:
                assert [*proof.breaks(documents)] == []


@pytest.mark.parametrize(
    ("runs", "steps"),
    [(10, 40), pytest.param(200 if IS_DEEP else 40, 50, marks=pytest.mark.slow)],
    ids=["quick", "long"],
)
def test_three_libraries_hold_what_a_list_holds(runs: int, steps: int) -> None:
    told = settings(_TOLD, max_examples=runs, stateful_step_count=steps)
    run_state_machine_as_test(Libraries, settings=told)


def test_a_library_that_forgets_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a fold that loses its last act."""
    whole = Decisions.log
    monkeypatch.setattr(Decisions, "log", lambda self: whole(self)[:3])
    told = settings(_TOLD, max_examples=20, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Libraries, settings=told)
