"""Language is data: the core holds no letter of Arabic and no word of English, but where it folds and cuts any text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline_core

CORE = Path(timeline_core.__file__).parent
MODULES = [path for path in sorted(CORE.rglob("*.py")) if path.parent.name != "text"]
"""All but `text/`, which knows how any text is spelled, folded and cut into words."""
ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\ufb50-\ufdff\ufe70-\ufefc]|\\u06[2-9a-d]|\\ufb|\\ufe")
"""A letter or the tatweel, or the escape of one; signs and digits are none."""
OF_A_TEXT = frozenset({"folded", "exact"})
"""What the words of a text are called."""
ASKS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix"})


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string that is no docstring."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


def spelled(node: ast.AST) -> list[str]:
    """The words of letters alone among the strings of an expression, but for the names of lists: `words["empty"]`."""
    names = {id(one.slice) for one in ast.walk(node) if isinstance(one, ast.Subscript)}
    values = (str(one.value) for one in literals(node) if id(one) not in names)
    return [value for value in values if re.fullmatch(r"[^\W\d_]+", value)]


def of_a_text(node: ast.AST) -> bool:
    """True for an expression about the words of a text: `word.folded`, `run[at].folded[:1]`."""
    return any(isinstance(one, ast.Attribute) and one.attr in OF_A_TEXT for one in ast.walk(node))


def asked(tree: ast.AST) -> Iterator[str]:
    """What code asks of a word in letters of its own: `word.folded == "the"`, `word.folded.startswith("wa")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and of_a_text(node):
            sides = (side for side in (node.left, *node.comparators) if not of_a_text(side))
            yield from (word for side in sides for word in spelled(side))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and of_a_text(node.func.value):
            asks = node.func.attr in ASKS
            yield from (word for argument in node.args if asks for word in spelled(argument))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_no_module_knows_letters_or_words_of_a_language(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [f"line {one.lineno}: {one.value!r}" for one in literals(tree) if ARABIC.search(str(one.value))] == []
    assert [*asked(tree)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('word.folded == "the"', ["the"]),
        ('self._run[at].folded in ("in", "at")', ["in", "at"]),
        ('run[0].folded.removeprefix("al")', ["al"]),
        ('word.folded[:1] in "([" or word.folded == "."', []),
        ('hit.concept == "that"', []),
        ("word.folded in phrasing.clauses.relatives", []),
        ('id.startswith("person")', []),
    ],
)
def test_the_rule_sees_what_a_word_is_compared_with(code: str, found: list[str]) -> None:
    assert [*asked(ast.parse(code))] == found


@pytest.mark.parametrize(("text", "found"), [("و", True), (r"\u0648", True), ("«،؛؟»", False), ("\u0640", True)])
def test_the_rule_sees_letters_and_their_escapes(text: str, *, found: bool) -> None:
    assert (ARABIC.search(text) is not None) is found
