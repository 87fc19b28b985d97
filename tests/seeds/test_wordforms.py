"""What is kept of the lists of words is what the lists say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seeds import wordforms
from timeline_core.errors import LanguageError
from timeline_core.syntax.lexicon_data import Sources, table


@pytest.mark.parametrize("code", wordforms.codes())
def test_the_kept_table_is_the_one_that_the_lists_give(code: str) -> None:
    """Where it fails, run `python -m seeds.wordforms`."""
    kept = (Path(wordforms.__file__).parent / "lexicon" / f"{code}.table.json").read_text("utf-8")
    assert json.loads(kept) == json.loads(wordforms.compiled(code))


def lists(verbs: dict[str, object]) -> Sources:
    paradigms = {
        "slot": {"past": {"category": "verb", "tense": "past"}},
        "inflection": {"vowels": "a", "endings": {"past": "ka"}, "seams": [], "noun": {}},
        "before": {"rows": []},
        "letters": {"loose": {}},
    }
    return Sources("xx", paradigms, verbs, {})


def test_a_verb_of_a_class_that_there_is_not_is_refused_by_file_and_name() -> None:
    with pytest.raises(LanguageError, match=r"xx\.verbs\.toml: 'hram' is no class"):
        table(lists({"hram": {"verbs": ["tolu"]}}), wordforms.concepts())


def test_an_empty_line_of_the_list_is_refused_by_file_and_place() -> None:
    with pytest.raises(LanguageError, match=r"xx\.verbs\.toml: \[harm\] verbs: ''"):
        table(lists({"harm": {"verbs": [""]}}), wordforms.concepts())


def test_a_made_up_language_is_inflected_by_its_files_alone() -> None:
    made = table(lists({"harm": {"verbs": ["tolu"]}}), wordforms.concepts())
    assert list(made["stems"]) == ["toluka"]
