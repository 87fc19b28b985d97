"""The laws of the parse: no threshold and no letter of a language in its code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[3] / "timeline_core" / "syntax"
LEVELS = ("readings", "lookup", "conjugation", "inflection", "lexicon_data", "narrowing")


def code(name: str) -> ast.Module:
    return ast.parse((ROOM / f"{name}.py").read_text("utf-8"))


@pytest.mark.parametrize("name", LEVELS)
def test_no_number_above_one_stands_in_a_level(name: str) -> None:
    found = [
        node.value
        for node in ast.walk(code(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value > 1
    ]
    assert found == []


@pytest.mark.parametrize("name", LEVELS)
def test_no_letter_of_a_language_stands_in_a_level(name: str) -> None:
    docs = {
        node.value.value
        for node in ast.walk(code(name))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    said = {
        node.value for node in ast.walk(code(name)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert said - docs
    assert [text for text in said - docs if re.search(r"[\u0590-\u08ff]", text)] == []
