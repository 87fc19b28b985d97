"""Every function and class of the program has a caller in the program: what only tests call serves nobody."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.test_rooms import ROOT, SOURCES, named

BY_NAME = {
    ("tui.commands", "configure"), ("tui.commands", "run"),  # `verbs` imports the module of a verb by its name
    ("store.intake.pages", "extract"), ("store.intake.documents", "extract"),  # so does `aside` its readers
    ("timeline_core.export.formats", "left_out"),  # and `LEFT_OUT` its formats
}  # fmt: skip
FACES = {
    ("tui.bidi.layout", "visual"),  # named in the head of the package, for whoever prints a line
    ("tui.bidi.layout", "clean"),
    ("tui.keys.keys", "table"),  # of the README
    ("timeline_core.temporal.proof", "recomputed"),  # every value from the reason that is shown (DESIGN section 4)
    ("seeds.load", "language_data"),
    ("seeds.load", "problems"),
    ("seeds.wordforms", "explained"),  # of bundled data
}
"""What others look in by, tests among them."""
OTHERS = [*(ROOT / "benchmarks").rglob("*.py"), *(ROOT / ".ci").glob("*.py")]


def trees() -> dict[str, ast.Module]:
    files = {**SOURCES, **{named(path): path for path in OTHERS}}
    return {name: ast.parse(path.read_text("utf-8")) for name, path in files.items()}


def asked_for(name: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Module and name of all that a module takes from another, or uses of its own."""
    known: dict[str, str] = {}
    parts: list[tuple[str, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
                yield node.module, alias.name
        elif isinstance(node, ast.Import):
            known |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield name, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            parts.append((node.value.id, node.attr))
    yield from ((known[whole], part) for whole, part in parts if whole in known)


def allowed(module: str, name: str) -> bool:
    return (module.rpartition(".")[0], name) in BY_NAME or (module, name) in FACES


def test_nothing_is_kept_that_only_tests_call() -> None:
    every = trees()
    used = {found for name, tree in every.items() for found in asked_for(name, tree)}
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    idle = [
        f"{module}.{node.name}"
        for module in SOURCES
        for node in every[module].body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and (module, node.name) not in used
        and not allowed(module, node.name)
        and node.name not in page
    ]
    assert idle == []


def test_the_exceptions_are_there() -> None:
    for module, name in FACES:
        assert f"def {name}(" in SOURCES[module].read_text("utf-8")
