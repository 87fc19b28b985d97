"""Which faults would the tests see? Mutants of a room are run against the tests of that room.

A mutant is a module with one small change: a comparison turned round or moved by one, `and` for `or`, a condition that
always or never holds, a number beside the one that stands there, a text with a letter more, a value that is returned
and lost, a call that is left out. It is killed where a test fails. A sample is drawn, the same for the same seed, so
many of each file as it has mutants; what survives is printed, to be read by a person.

    python -m benchmarks.mutants ROOM [--sample 60] [--seed 1]

Source: the operators are those that Offutt et al. (1996) found enough, and the deletion of statements of Untch (2009).
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
_MOST, _LONGEST = 60, 900
"""Seconds of the processor, and of the clock, after which a mutant that makes the tests run on is killed."""


@dataclass(frozen=True)
class Room:
    """Modules, and the tests that are to kill their mutants: the cheap ones first, then, of who survives, the dear."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    dear: tuple[str, ...] = ()


def _under_faults(*acts: str) -> tuple[str, ...]:
    """The tests of these acts on a disk that fails, and on one that loses its power."""
    of = (
        "test_power.py::test_no_power_cut_loses_what_is_kept",
        "test_faults.py::test_no_fault_at_any_call_loses_what_is_kept",
    )
    return tuple(f"tests/store/disk/{test}[{act}]" for test in of for act in acts)


ROOMS = {
    "decisions": Room(
        ("store/decisions/*.py",),
        (
            "tests/store/decisions/test_decisions.py",
            "tests/store/decisions/test_acts.py",
            "tests/store/decisions/test_chain.py",
            "tests/store/care/test_joining.py",
            "tests/store/care/test_foreign.py",
        ),
        ("tests/store/decisions/test_damage.py", *_under_faults("decide", "undo", "fold", "repair", "take copies")),
    ),
    "disk": Room(
        ("store/disk/*.py",),
        (
            "tests/store/disk/test_atomic.py",
            "tests/store/disk/test_whole.py",
            "tests/store/disk/test_private.py",
            "tests/store/disk/test_errors.py",
            "tests/store/disk/test_spilled.py",
            "tests/store/disk/test_seal.py",
            "tests/store/disk/test_workers.py",
            "tests/store/disk/test_crashes.py",
            "tests/store/reports/test_library.py",
            "tests/store/care/test_backup.py",
            "tests/store/decisions/test_decisions.py",
            "tests/store/decisions/test_chain.py",
            "tests/store/derived/test_cache.py",
        ),
        _under_faults("add", "fold", "migrate", "export", "replace"),
    ),
    "vault": Room(
        ("store/care/vault/*.py", "store/disk/locked.py"),
        ("tests/store/care/vault", "tests/commands/test_lock.py"),
        _under_faults("lock", "unlock", "back up with a key", "back up locked"),
    ),
    "redaction": Room(
        ("timeline_core/export/redact.py", "timeline_core/export/scope.py"),
        ("tests/core/export/test_redact.py", "tests/core/export/test_bounded.py"),
    ),
}
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
}


@dataclass(frozen=True)
class Mutant:
    """A file, and what is another in it."""

    file: Path
    number: int
    line: int
    what: str


_Node = Any
"""A node of the kind that is asked for."""
Change = tuple[str, Callable[[], None]]
"""What is done to a node, in words, and the doing."""


def _changes(node: ast.AST) -> Iterator[Change]:
    for kind, changes in _OF_KIND.items():
        if isinstance(node, kind):
            yield from changes(node)
    body = getattr(node, "body", None)
    if isinstance(body, list):
        yield from _deletions(body)


def _comparisons(node: _Node) -> Iterator[Change]:
    for at, one in enumerate(node.ops):
        for other in _COMPARED[type(one)]:
            yield f"{type(one).__name__} → {other.__name__}", partial(_put, node.ops, at, other())


def _either(node: _Node) -> Iterator[Change]:
    other = ast.And if isinstance(node.op, ast.Or) else ast.Or
    yield f"{type(node.op).__name__} → {other.__name__}", partial(setattr, node, "op", other())


def _nots(node: _Node) -> Iterator[Change]:
    def turn() -> None:
        node.op, node.operand = ast.UAdd(), ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])

    if isinstance(node.op, ast.Not):
        yield "not … → …", turn


def _sums(node: _Node) -> Iterator[Change]:
    if other := _RECKONED.get(type(node.op)):
        yield f"{type(node.op).__name__} → {other.__name__}", partial(setattr, node, "op", other())


def _conditions(node: _Node) -> Iterator[Change]:
    for held in (False,) if isinstance(node, ast.While) else (False, True):
        yield "always" if held else "never", partial(setattr, node, "test", ast.Constant(held))


def _answers(node: _Node) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "returns None", partial(setattr, node, "value", ast.Constant(None))


def _constants(node: _Node) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        other: object = not value
    elif isinstance(value, int | float):
        other = value + 1
    elif isinstance(value, str):
        other = f"{value}x"
    elif isinstance(value, bytes):
        other = value + b"x"
    else:
        return
    yield f"{value!r:.20} → {other!r:.24}", partial(setattr, node, "value", other)


def _deletions(body: list[ast.stmt]) -> Iterator[Change]:
    for at, one in enumerate(body):
        said = isinstance(one, ast.Expr) and isinstance(one.value, ast.Call | ast.Yield | ast.YieldFrom)
        if said or isinstance(one, ast.AugAssign | ast.Raise):
            yield f"without «{ast.unparse(one)[:60]}»", partial(_put, body, at, ast.Pass())


_OF_KIND: dict[Any, Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _comparisons,
    ast.BoolOp: _either,
    ast.UnaryOp: _nots,
    ast.BinOp: _sums,
    ast.If | ast.IfExp | ast.While: _conditions,
    ast.Return: _answers,
    ast.Constant: _constants,
}


def _put(of: list[Any], at: int, one: ast.AST) -> None:
    of[at] = one


def _mutable(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes of the code itself: no docstring, no annotation, no import, no words of a message."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if id(node) in passed:
            passed |= {id(one) for one in ast.iter_child_nodes(node)}
            continue
        for left in (*_passed(node),):
            passed.add(id(left))
        yield node


def _passed(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (one for one in (node.returns, *node.decorator_list) if one is not None)
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
        yield node.annotation
    if isinstance(node, ast.JoinedStr):
        yield from (one for one in node.values if isinstance(one, ast.Constant))
    if isinstance(node, ast.Call) and ast.unparse(node.func) in _SAYING:
        yield from (one for one in node.args if isinstance(one, ast.Constant | ast.JoinedStr))
    if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "os.name == 'nt'"):
        yield from (node.test, *node.body)


_SAYING = frozenset({"LibraryError", "damaged", "Damaged", "ValueError", "yield"})
"""What gets words for a person: other words are no fault that a test should see."""


def mutants(file: Path) -> list[Mutant]:
    """All of a file."""
    found = list[Mutant]()
    for node in _mutable(ast.parse(file.read_text("utf-8"))):
        for what, _ in _changes(node):
            found.append(Mutant(file, len(found), getattr(node, "lineno", 0), what))
    return found


def mutated(mutant: Mutant) -> ast.Module:
    """The module with that change."""
    tree = copy.deepcopy(ast.parse(mutant.file.read_text("utf-8")))
    changes = (change for node in _mutable(tree) for change in _changes(node))
    for number, (_, make) in enumerate(changes):
        if number == mutant.number:
            make()
            break
    return ast.fix_missing_locations(tree)


class Importer(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutated module where its name is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = ".".join(mutant.file.relative_to(ROOT).with_suffix("").parts)

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """As importlib asks."""
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._mutant.file, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run what was changed."""
        exec(compile(mutated(self._mutant), str(self._mutant.file), "exec"), module.__dict__)


def _killed(mutant: Mutant | None, tests: Sequence[str], place: Path, *, slow: bool = False) -> bool:
    """Whether a test fails with it; in a process of its own, which has nothing of the project loaded yet."""
    child = os.fork()
    if child == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST, _MOST))
        signal.alarm(_LONGEST)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        code = 1
        try:
            import pytest

            if mutant is not None:
                sys.meta_path.insert(0, Importer(mutant))
            asked = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--basetemp", str(place)]
            asked += [] if slow else ["-m", "not slow"]
            code = int(pytest.main([*asked, "-W", "ignore", *tests]))
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return status != 0


def _preload() -> None:
    """What every run needs and no mutant touches."""
    for name in ("pytest", "hypothesis", "tinydb", "filelock", "textual.app", "rich", "pyrage", "regex", "lxml.html"):
        importlib.import_module(name)


def sample(room: Room, count: int, seed: int) -> list[Mutant]:
    """So many mutants of a room, spread over its files as it has them."""
    files = sorted(path for pattern in room.files for path in ROOT.glob(pattern))
    every = [one for file in files for one in mutants(file)]
    return sorted(Random(seed).sample(every, min(count, len(every))), key=lambda one: (one.file, one.number))


def main() -> None:
    """Draw, run, and print who survives; then the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="without the dear tests: who survives may yet be killed")
    parser.add_argument("--place", type=Path, default=Path("/tmp/mutants"), help="a folder; better in memory")
    options = parser.parse_args()
    room = ROOMS[options.room]
    _preload()
    dear = () if options.quick else room.dear
    if _killed(None, room.tests, options.place) or (dear and _killed(None, dear, options.place, slow=True)):
        sys.exit("the tests fail without any mutant")
    drawn, alive, began = sample(room, options.sample, options.seed), list[Mutant](), time.monotonic()
    for number, one in enumerate(drawn, 1):
        print(f"{number}/{len(drawn)}", file=sys.stderr)
        killed = _killed(one, room.tests, options.place) or bool(dear and _killed(one, dear, options.place, slow=True))
        if not killed:
            alive.append(one)
            print(f"alive: {one.file.relative_to(ROOT)}:{one.line}: {one.what}", flush=True)
    many = len(drawn) - len(alive)
    print(f"{options.room}: {many} of {len(drawn)} killed, {many / len(drawn):.0%} ({time.monotonic() - began:.0f} s)")


if __name__ == "__main__":
    main()
