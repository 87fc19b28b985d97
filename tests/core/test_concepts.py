"""The one table of what can be told: it holds together, and nothing outside it names what it does not hold."""

from __future__ import annotations

import ast
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from seeds import load as seeds
from timeline_core import concepts
from timeline_core.errors import LanguageError
from timeline_core.lexicon import phrasing

DATA: dict[str, Any] = {
    "class": {"harm": {"happens": True, "deeds": ["kill"]}},
    "deed": {"kill": {"is": ["death", "once"]}, "raid": {"abroad": "kill"}},
    "thing": {"market": {}, "drone": {"is": ["tool"]}},
    "counted": {"killed": {"deed": "kill"}, "captives": {"same_as": "killed", "state": True}},
    "part_of_day": {"night": [22, 2]},
}


def changed(kind: str, name: str, row: object) -> dict[str, Any]:
    data = deepcopy(DATA)
    data[kind][name] = row
    return data


def test_a_small_table_says_what_its_rows_say() -> None:
    table = concepts.load(DATA)
    assert table.deeds.death == {"kill"}
    assert table.deeds.rare == frozenset()
    assert table.things.tool == {"drone"}
    assert table.counted_as("captives") == "killed" == table.counted_as("killed")
    assert table.hours["night"] == {22, 23, 0, 1}
    assert table.abroad_as("raid") == "kill"


def test_a_class_says_how_its_predicates_behave() -> None:
    classes = seeds.concepts().classes
    assert classes["harm"].happens
    assert classes["say"].says
    assert classes["do"].light
    assert not classes["be"].happens
    assert classes["agree"].traits == {"happens", "opens", "plans"}
    assert classes["deny"].denies
    assert classes["prevent"].prevents
    assert classes["may"].doubts
    assert classes["ask"].wants
    assert "kill" in classes["harm"].deeds & classes["die"].deeds


@pytest.mark.parametrize(
    ("kind", "name", "row", "named"),
    [
        ("class", "harm", {"happens": True, "deeds": ["kil"]}, "kil"),
        ("class", "harm", {"deeds": ["kill"]}, "happens"),
        ("class", "harm", {"happens": True, "colour": "red"}, "colour"),
        ("class", "harm", {"happens": "yes"}, "true or false"),
        ("deed", "kill", {"is": ["onse"]}, "onse"),
        ("deed", "kill", {"iss": ["once"]}, "iss"),
        ("deed", "raid", {"abroad": "strike"}, "strike"),
        ("deed", "raid", {"stands_for": ["bombing"]}, "bombing"),
        ("deed", "raid", {"goes_on": "kill"}, "goes_on"),
        ("deed", "raid", 7, "raid"),
        ("thing", "drone", {"is": ["once"]}, "once"),
        ("counted", "killed", {"deed": "kills"}, "kills"),
        ("counted", "killed", {"same_as": "dead"}, "dead"),
        ("part_of_day", "night", [22, 25], "night"),
        ("part_of_day", "night", ["dusk", "dawn"], "night"),
    ],
)
def test_a_row_that_says_what_it_cannot_is_refused_by_name(kind: str, name: str, row: object, named: str) -> None:
    with pytest.raises(LanguageError, match=named):
        concepts.load(changed(kind, name, row))


def test_a_table_without_a_section_is_refused() -> None:
    for kind in DATA:
        with pytest.raises(LanguageError, match=kind):
            concepts.load({name: rows for name, rows in DATA.items() if name != kind})


def test_a_name_that_is_no_class_is_refused_with_the_place_that_names_it() -> None:
    with pytest.raises(LanguageError, match=r"en\.verbs\.toml: 'hram' is no class"):
        seeds.concepts().known("class", ["hram"], "en.verbs.toml")


@pytest.mark.parametrize(
    ("section", "name"),
    [("concept", "kil"), ("thing", "markt"), ("figure_noun", "kiled"), ("figure_act", "x"), ("part_of_day", "dusk")],
)
@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_language_that_names_no_concept_is_refused(code: str, section: str, name: str) -> None:
    data = deepcopy(dict(seeds.language_data(code)))
    phrasing.load(code, data, seeds.concepts())
    events: Any = data["events"]
    events[section][name] = ["word"]
    with pytest.raises(LanguageError, match=rf"{code}.*events\.{section}.*{name}"):
        phrasing.load(code, data, seeds.concepts())


def test_every_language_has_words_for_every_deed_that_any_has() -> None:
    told = {code: set(seeds.phrasings()[code].topics.names) for code in seeds.phrasings()}
    assert len({frozenset(names) for names in told.values()}) == 1


def test_no_module_of_the_core_holds_a_table_of_its_own() -> None:
    """A set or list of two concepts in code is a second table; the names that also mean other things are left out."""
    table = seeds.concepts()
    names = (table.names["deed"] | table.names["thing"] | table.names["counted"]) - {"call", "state", "court"}
    found: list[str] = []
    core = Path(concepts.__file__).parent
    for path in sorted(core.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            items: list[ast.expr | None] = []
            if isinstance(node, ast.Set | ast.List | ast.Tuple):
                items += node.elts
            elif isinstance(node, ast.Dict):
                items += node.keys
            said = {item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)}
            if len(said & names) > 1:
                found.append(f"{path.relative_to(core)} {sorted(said & names)}")
    assert not found
