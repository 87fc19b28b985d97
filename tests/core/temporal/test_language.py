"""Language data is checked when it is loaded; a language is data and nothing else."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from timeline_core.errors import LanguageError
from timeline_core.model.expression import Origin
from timeline_core.model.when import When
from timeline_core.temporal.grammar.language import load
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

FRENCH = """
[digits]
day = [1, 31]
bare_year = [1900, 2099]
[words]
le = ["le"]
[words.month]
1 = ["janvier"]
2 = ["février"]
[words.turn]
past = ["dernier", "dernière"]
[words.unit]
year = ["année"]
[words.deictic]
"-1" = ["hier"]
[shapes]
named = ["month"]
dayno = ["day"]
yearly = ["year=bare_year"]
date = ["le? <dayno> <named> <yearly>"]
month = ["<named> <yearly>"]
deictic = ["deictic"]
turned = ["unit turn"]
[events]
anything = "is left alone"
"""


def french(**changes: object) -> dict[str, Any]:
    return {**tomllib.loads(FRENCH), **changes}


def test_a_third_language_is_a_file_and_no_code() -> None:
    text = "Hier, et le 10 février 2023, et janvier 2022, l'année dernière"
    found = resolve(text, recognise(text, load("fr", french())), When("2023-02-15"), Origin.PUBLISHED)
    assert [(one.text, one.when and one.when.edtf) for one in found] == [
        ("Hier", "2023-02-14"),
        ("le 10 février 2023", "2023-02-10"),
        ("janvier 2022", "2022-01"),
        ("année dernière", "2022"),
    ]


@pytest.mark.parametrize(
    "section, message",
    [
        ({"words": {"month": {"1": ["mai"], "2": ["mai"]}}}, "fr.*month.*mai"),
        ({"words": {"month": {"1": "janvier"}}}, "fr.*month.*list"),
        ({"words": {"month": {"1": ["  "]}}}, "fr.*holds no word"),
        ({"shapes": {"nonsense": ["month"]}}, "nonsense is no meaning"),
        ({"shapes": {"month": ["mois"]}}, "unknown slot mois"),
        ({"shapes": {"deictic": ["le"]}}, "does not say deictic"),
        ({"shapes": {"deictic": ["deictic month"]}}, "says month, which deictic does not take"),
        ({"shapes": {"deictic": ["deictic ! rien"]}}, "unknown group rien"),
        ({"shapes": {"any": ["one=<any>"]}}, "begins with itself"),
        ({"digits": {"day": [1]}}, "lowest and a highest"),
        ({"digits": 3}, "no table"),
        ({"clitics": {"before": "و"}}, "list of lists"),
    ],
)
def test_data_that_breaks_its_rules_is_refused_by_name(section: dict[str, Any], message: str) -> None:
    with pytest.raises(LanguageError, match=message):
        load("fr", french(**section))


def test_a_spelling_of_two_concepts_is_allowed_where_it_is_listed() -> None:
    words = {"le": ["le"], **{k: v for k, v in french()["words"].items() if k != "month"}}
    words["month"] = {"1": ["janvier", "mois"], "2": ["février", "mois"]}
    assert load("fr", french(words=words, ambiguous=["mois"])).code == "fr"
