"""What each language can say. The cases beside the words are the specification; this file only walks them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seeds.load import languages
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.when import When, on
from timeline_core.temporal.arbiter import settle
from timeline_core.temporal.grammar.language import Language
from timeline_core.temporal.reasons import why
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

HERE = Path(__file__).parents[2] / "seeds" / "languages"


def parsed(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


LANGUAGES = languages()
CASES = {code: [parsed(path) for path in sorted(HERE.glob(f"{code}*.cases.toml"))] for code in LANGUAGES}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(LANGUAGES[code], phrase, case, id=f"{code}: {phrase}")
        for code, files in CASES.items()
        for file in files
        for case in file.get(kind, [])
        for phrase in case.get("say", [case.get("text")])
    ]


def read(text: str, language: Language, published: date | None) -> list[Expression]:
    day = None if published is None else on(published)
    doubts = [one.doubt for one in LANGUAGES.values()]
    return list(resolve(text, settle(text, recognise(text, language), (), doubts).dates, day, Origin.PUBLISHED))


def value(when: When | None) -> tuple[str | None, str | None]:
    return (None, None) if when is None else (when.edtf, when.mod)


@pytest.mark.parametrize("language, phrase, case", cases("means"))
def test_the_whole_phrase_is_read_as_one_value(language: Language, phrase: str, case: dict[str, Any]) -> None:
    """Whole: a shape that eats half the phrase fails. One: a phrase read as two expressions fails."""
    [found] = read(phrase, language, case.get("published"))
    assert (found.text, value(found.when)) == (phrase, (case["value"], case.get("mod")))


@pytest.mark.parametrize("language, text, case", cases("finds"))
def test_the_dates_of_a_sentence_are_found(language: Language, text: str, case: dict[str, Any]) -> None:
    found = [[one.text, *(part for part in value(one.when) if part)] for one in read(text, language, case["published"])]
    assert found == case["dates"]


@pytest.mark.parametrize("language, phrase, case", cases("nothing"))
def test_the_phrase_holds_no_date(language: Language, phrase: str, case: dict[str, Any]) -> None:
    assert "value" not in case
    assert [found.text for found in read(phrase, language, date(2023, 2, 20))] == []


@pytest.mark.parametrize("language, phrase, case", [*cases("means"), *cases("finds")])
def test_every_value_has_its_reason_in_every_language(language: Language, phrase: str, case: dict[str, Any]) -> None:
    for found in read(phrase, language, case.get("published")):
        for screen in LANGUAGES.values():
            line = why(found, screen)
            assert found.text in line
            assert "{" not in line
            assert "\n" not in line
            assert found.reason.rule in screen.why
