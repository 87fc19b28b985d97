"""The one table of what can be told."""

from __future__ import annotations

import pytest

from seeds.load import concepts
from timeline_core.concepts import load
from timeline_core.errors import LanguageError


def test_a_class_says_how_its_predicates_behave() -> None:
    classes = concepts().classes
    assert classes["harm"].happens
    assert classes["say"].says
    assert classes["do"].light
    assert not classes["be"].happens


def test_a_deed_belongs_to_its_classes() -> None:
    assert concepts().by_deed["kill"] == {"harm", "die"}
    assert concepts().by_deed["arrest"] == {"hold"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "lacks the section"),
        ({"class": {"harm": {}}}, "does not say whether it `happens`"),
        ({"class": {"harm": {"happens": True, "colour": "red"}}}, "'colour'"),
        ({"class": {"harm": {"happens": "yes"}}}, "must be true or false"),
        ({"class": {"harm": {"happens": True, "deeds": "kill"}}}, "must be a list"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(data: dict[str, object], said: str) -> None:
    with pytest.raises(LanguageError, match=said):
        load(data)


def test_a_name_that_is_no_class_is_refused_with_the_place_that_names_it() -> None:
    with pytest.raises(LanguageError, match=r"en\.verbs\.toml: 'hram' is no class"):
        concepts().known_class("hram", "en.verbs.toml")
