"""The laws of the levels above words: no threshold, no letter of a language, no look upwards."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[4] / "timeline_core" / "syntax"
MODULES = sorted(
    path.relative_to(ROOM).as_posix()
    for path in (*ROOM.glob("tree/**/*.py"), *ROOM.glob("rules/*.py"), ROOM / "parse.py")
)
LEVELS = (
    "pieces",
    "in_place",
    "units",
    "name_edges",
    "groups",
    "tense",
    "marks",
    "stack",
    "links",
    "telling_on",
    "slots",
    "arguments",
    "time",
    "around",
    "place",
    "dates",
    "factuality",
    "measures",
    "speech",
    "extent",
)
"""In their order, from below."""
SHARED = {"values", "grammar"}


def tree(name: str) -> ast.Module:
    return ast.parse((ROOM / name).read_text("utf-8"))


@pytest.mark.parametrize("name", MODULES)
def test_no_number_above_one_stands_in_a_level(name: str) -> None:
    numbers = [node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant)]
    assert [one for one in numbers if isinstance(one, int) and one > 1] == []


@pytest.mark.parametrize("name", MODULES)
def test_no_letter_of_a_language_stands_in_a_level(name: str) -> None:
    docs = {
        node.value.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    said = [node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant)]
    assert [one for one in said if isinstance(one, str) and one not in docs and re.search(r"[^\W\d_a-zA-Z]", one)] == []


@pytest.mark.parametrize("name", LEVELS)
def test_a_level_imports_no_level_above_it(name: str) -> None:
    module = next(one for one in MODULES if one.startswith("tree/") and Path(one).stem == name)
    imported = {
        node.module.rsplit(".", 1)[-1]
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and node.module and ".tree." in node.module
    }
    assert imported - SHARED <= set(LEVELS[: LEVELS.index(name)])


def test_every_level_is_among_those_that_are_ordered() -> None:
    assert {Path(name).stem for name in MODULES if name.startswith("tree/")} == {*LEVELS, *SHARED, "__init__"}
