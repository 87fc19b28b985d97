"""Every function, class, method and field of the program is asked for in it: what only tests ask for serves nobody."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.test_rooms import ROOT, SOURCES, named

BY_NAME = {
    ("tui.commands", "configure"), ("tui.commands", "run"),  # `verbs` imports the module of a verb by its name
    ("tui.commands.story", "configure"), ("tui.commands.story", "run"),
    ("tui.commands.stories", "configure"), ("tui.commands.stories", "run"),
    ("store.intake.pages", "extract"), ("store.intake.documents", "extract"),  # so does `aside` its readers
    ("timeline_core.export.formats", "left_out"),  # and `LEFT_OUT` its formats
    ("tui.web", "WebDriver"),  # Textual is told its driver by name
}  # fmt: skip
FACES = {
    ("tui.bidi.layout", "visual"),  # named in the head of the package, for whoever prints a line
    ("tui.bidi.layout", "clean"),
    ("tui.bidi.line", "Line.cells_of"),
    ("tui.keys.keys", "table"),  # of the README
    ("timeline_core.temporal.proof", "recomputed"),  # every value from the reason that is shown (DESIGN section 4)
    ("store.disk.port", "watched"),  # so tests let any call of the disk fail
    ("seeds.load", "language_data"),
    ("seeds.load", "problems"),
    ("seeds.wordforms", "explained"),  # of bundled data
}
"""What others look in by, tests among them."""
ASKED_BY_TEXTUAL = ("tui.app", "tui.screens", "tui.widgets", "tui.web")
"""Rooms whose methods Textual calls by their names: `on_click`, `watch_view`, `action_go`."""
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


def members(tree: ast.Module) -> Iterator[str]:
    """The methods and fields of the classes of a module, as `Class.member`; not those that Python itself asks for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            names = (named_by(part) for part in node.body)
            yield from (f"{node.name}.{name}" for name in names if name and not name.startswith("__"))


def named_by(part: ast.stmt) -> str:
    """The name of a method or of an annotated field; empty for anything else."""
    if isinstance(part, ast.FunctionDef):
        return part.name
    return part.target.id if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) else ""


def words_of(tree: ast.Module) -> Iterator[str]:
    """Every word behind a dot, in a pattern or in a text: by any of them a member may be asked for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.MatchClass):
            yield from node.kwd_attrs
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from node.value.replace(".", " ").split()


def test_no_member_is_kept_that_only_tests_ask_for() -> None:
    every = trees()
    asked = {word for tree in every.values() for word in words_of(tree)}
    idle = [
        f"{module}.{member}"
        for module in SOURCES
        if not module.startswith(ASKED_BY_TEXTUAL)
        for member in members(every[module])
        if member.rpartition(".")[2] not in asked and (module, member) not in FACES
    ]
    assert idle == []


def test_a_member_that_nobody_asks_for_is_found() -> None:
    tree = ast.parse("class A:\n    kept: int\n    idle: int\n    def lone(self): ...\nprint(A.kept)")
    asked = set(words_of(tree))
    assert [member for member in members(tree) if member.rpartition(".")[2] not in asked] == ["A.idle", "A.lone"]


def test_the_exceptions_are_there() -> None:
    for module, name in FACES:
        assert f"def {name.rpartition('.')[2]}(" in SOURCES[module].read_text("utf-8")
