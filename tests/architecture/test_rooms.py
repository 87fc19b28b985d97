"""Every stage has a room, no room is crowded, and no arrow goes round."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("timeline_core", "store", "seeds", "tui")
FACES = {"__init__", "derive", "timeline", "knowledge", "errors", "concepts"}
CROWDED = 20
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT)).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


SOURCES = {named(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}
FOLDERS = sorted({path.parent for path in SOURCES.values()})


def asked_for(name: str) -> set[str]:
    """The modules that a module names in an import at its top, those only for types included; none of a function."""
    found: set[str] = set()
    for node in top(ast.parse(SOURCES[name].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= whole & SOURCES.keys() or {node.module}
    return (found & SOURCES.keys()) - {name}


def top(tree: ast.AST) -> list[ast.AST]:
    """Every statement outside functions."""
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(tree):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [child, *top(child)]
    return found


def test_no_two_modules_ask_for_one_another_not_even_for_types() -> None:
    arrows = {name: asked_for(name) for name in SOURCES}
    assert sum(map(len, arrows.values())) > 500
    try:
        [*TopologicalSorter(arrows).static_order()]
    except CycleError as circle:
        pytest.fail(f"a circle: {circle.args[1]}")


def test_only_the_faces_lie_flat_in_the_core() -> None:
    assert {path.stem for path in (ROOT / "timeline_core").glob("*.py")} <= FACES


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_no_room_is_crowded(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.stem != "__init__"]
    assert len(modules) <= CROWDED


def test_the_page_of_the_design_shows_the_rooms_of_the_contract() -> None:
    page = (ROOT / "DESIGN.md").read_text("utf-8")
    shown: dict[str, list[str]] = defaultdict(list)
    for contract in CONTRACTS:
        if contract["type"] == "layers" and contract.get("containers") in (["timeline_core"], ["tui"], ["store"]):
            shown[contract["containers"][0]] = contract["layers"]
    assert set(shown) == {"timeline_core", "tui", "store"}
    for container, layers in shown.items():
        block = f"    {container}/\n" + "".join(f"        {layer}\n" for layer in layers)
        assert block in page, f"DESIGN.md section 3 wants:\n{block}"
