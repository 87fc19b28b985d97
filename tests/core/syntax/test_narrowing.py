"""Every rule takes away what its case says, and leaves alone what its other case says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from seeds.load import lexicons, narrowings
from seeds.wordforms import explained
from timeline_core.errors import LanguageError
from timeline_core.syntax.narrowing import NarrowingRule, load
from timeline_core.syntax.readings import Category, Reading

CODES = ("ar", "en")


def rules() -> Iterator[tuple[str, NarrowingRule]]:
    for code in CODES:
        for rule in explained(code).rules:
            yield code, rule


def readings(code: str, case: Mapping[str, str]) -> tuple[int, list[tuple[Reading, ...]]]:
    words = case["text"].split()
    return words.index(case["word"]), [lexicons()[code].readings(word) for word in words]


def name(value: object) -> str:
    return value.name if isinstance(value, NarrowingRule) else str(value)


@pytest.mark.parametrize(("code", "rule"), list(rules()), ids=name)
def test_a_rule_takes_away_what_its_case_says(code: str, rule: NarrowingRule) -> None:
    at, words = readings(code, rule.holds)
    narrowing = narrowings()[code]
    assert (at, rule.name) in list(narrowing.applied(words)), words[at]
    assert narrowing.narrowed(words)[at][0].category == rule.holds["left"]


@pytest.mark.parametrize(("code", "rule"), list(rules()), ids=name)
def test_a_rule_leaves_alone_what_its_other_case_says(code: str, rule: NarrowingRule) -> None:
    at, words = readings(code, rule.spares)
    narrowing = narrowings()[code]
    assert (at, rule.name) not in list(narrowing.applied(words))
    assert narrowing.narrowed(words)[at][0].category == rule.spares["left"]


@pytest.mark.parametrize("code", CODES)
def test_rules_have_names_of_their_own(code: str) -> None:
    names = [rule.name for rule in narrowings()[code].rules]
    assert len(names) == len(set(names)) > 20


@pytest.mark.parametrize("code", CODES)
def test_no_word_loses_its_last_reading_and_none_is_added(code: str) -> None:
    for _, rule in (one for one in rules() if one[0] == code):
        _, words = readings(code, rule.holds)
        for before, after in zip(words, narrowings()[code].narrowed(words), strict=True):
            assert after
            assert set(after) <= set(before)


def test_nothing_is_narrowed_to_nothing() -> None:
    assert narrowings()["en"].narrowed([]) == []


SETS = {"verb": [{"category": "verb"}], "det": [{"category": "determiner"}]}
RULE = {"name": "x", "says": "y", "removes": "verb", "when": ["before is det"], "holds": {}, "spares": {}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"removes": "vreb"}, "there is no set 'vreb'"),
        ({"when": ["before was det"]}, "is no condition"),
        ({"when": ["yonder is det"]}, "is no condition"),
        ({"when": ["left is det"]}, "pass `over` sets"),
        ({"when": ["before over det is det"]}, "pass `over` sets"),
        ({"when": ["before is det|nuon"]}, "there is no set 'nuon'"),
    ],
)
def test_a_rule_that_names_what_there_is_not_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(LanguageError, match=said):
        load("xx", {"set": SETS, "rule": [{**RULE, **change}]})


def test_a_set_that_says_what_no_reading_has_is_refused() -> None:
    with pytest.raises(LanguageError, match="'colour'"):
        load("xx", {"set": {"red": [{"colour": "red"}]}, "rule": []})


def test_a_made_up_language_is_narrowed_by_its_rules_alone() -> None:
    noun, verb, article = Reading(Category.NOUN), Reading(Category.VERB), Reading(Category.DETERMINER)
    narrowing = load("xx", {"set": SETS, "rule": [RULE]})
    assert narrowing.narrowed([(article,), (verb, noun), (verb, noun)]) == [(article,), (noun,), (verb, noun)]
    assert narrowing.narrowed([(article,), (verb,)]) == [(article,), (verb,)]


@pytest.mark.parametrize(
    ("code", "text", "word", "concept"),
    [
        ("en", "they carried out a raid", "carried", "do"),
        ("en", "they carried a man", "carried", "carry"),
        ("en", "they called off the strike", "called", "end"),
        ("en", "they called him", "called", "ask"),
        ("en", "the war broke out", "broke", "occur"),
        ("en", "they blew it up", "blew", "harm"),
        ("ar", "شن الجيش غارة", "شن", "do"),
        ("ar", "شن الجيش غارة", "غارة", "harm"),
        ("ar", "اعتقلت القوات رجلا", "اعتقلت", "hold"),
        ("ar", "أفرجت المحكمة عنه", "أفرجت", "free"),
        ("ar", "نفت الوزارة الخبر", "نفت", "deny"),
        ("ar", "احتشد المئات", "احتشد", "gather"),
    ],
)
def test_a_word_is_of_the_class_that_its_sentence_leaves(code: str, text: str, word: str, concept: str) -> None:
    words = text.split()
    left = narrowings()[code].narrowed([lexicons()[code].readings(one) for one in words])
    assert left[words.index(word)][0].concept == concept
