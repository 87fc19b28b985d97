"""A made-up language passes through all levels of the parse: nothing in them knows Arabic or English.

Subject, verb, object; «ka» opens a relative, «mo» what is said, «si» a condition; «ta» joins, «nu» negates.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from timeline_core.concepts import PredicateClass
from timeline_core.model.span import Span
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.readings import Category, Reading
from timeline_core.syntax.tree.grammar import Grammar, load
from timeline_core.syntax.tree.pieces import DatePlace
from timeline_core.syntax.tree.values import Link, Predicate, Tree

GRAMMAR: Mapping[str, object] = {
    "traits": {"order": "svo", "head": "first", "bare_content": False, "bare_relative": "", "participles": "verbs"},
    "groups": {
        "finite": "negation* verb",
        "date": "preposition* date",
        "noun": "preposition* (noun|name)+",
    },
    "openers": {"content": ["mo"], "relative": ["ka"], "time": ["lu"], "condition": ["si"]},
    "lists": {
        "comma": [","],
        "open": ["<"],
        "close": [">"],
        "expletive": [],
        "time": ["po"],
        "joints": ["ta"],
        "future": ["wil"],
    },
}
CLASSES = {
    "say": PredicateClass("say", happens=True, says=True),
    "harm": PredicateClass("harm", happens=True),
}
WORDS = {
    "mo": Reading(Category.CONJUNCTION, "mo", role="that"),
    "si": Reading(Category.CONJUNCTION, "si"),
    "lu": Reading(Category.CONJUNCTION, "lu"),
    "ka": Reading(Category.PRONOUN, "ka", role="relative"),
    "ta": Reading(Category.CONJUNCTION, "ta", role="joins"),
    "nu": Reading(Category.PARTICLE, "nu", role="negation"),
    "po": Reading(Category.PREPOSITION, "po"),
    "zed": Reading(Category.VERB, "zed", concept="say", tense="past"),
    "kil": Reading(Category.VERB, "kil", concept="harm", tense="past"),
    "rop": Reading(Category.VERB, "rop", concept="harm", tense="past"),
    "raid": Reading(Category.ACTION, "raid", concept="harm"),
}


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load("toy", GRAMMAR)


def parsed(grammar: Grammar, text: str) -> Tree:
    parser = Parser(grammar, CLASSES, lambda word: (WORDS.get(word, Reading(Category.NOUN, word)),), lambda left: left)
    dates = [
        DatePlace(Span(at, at + 4), frozenset({"day"}))
        for at in range(len(text))
        if text.startswith("day", at) and text[at + 3 : at + 4].isdigit()
    ]
    return parser.parse(text, Span(0, len(text)), dates)


def at(tree: Tree, text: str, word: str) -> Predicate:
    return next(one for one in tree.predicates if one.span.of(text) == word)


def test_what_is_said_hangs_on_the_saying(grammar: Grammar) -> None:
    text = "lama zed mo soldata kil binu"
    tree = parsed(grammar, text)
    kil = at(tree, text, "kil")
    assert (kil.link, kil.parent) == (Link.CONTENT, at(tree, text, "zed"))
    assert kil.subject is not None
    assert kil.subject.span.of(text) == "soldata"


def test_the_date_of_a_relative_belongs_to_it_and_the_other_to_the_main_verb(grammar: Grammar) -> None:
    text = "soldata, ka kil binu day1, rop day2"
    tree = parsed(grammar, text)
    held = {date.span.of(text): date.predicate for date in tree.dates}
    assert held == {"day1": at(tree, text, "kil"), "day2": at(tree, text, "rop")}
    assert at(tree, text, "rop").link is Link.MAIN


def test_the_date_of_an_action_behind_a_word_of_time_is_not_that_of_the_verb(grammar: Grammar) -> None:
    text = "lama rop po raid day1"
    tree = parsed(grammar, text)
    (date,) = tree.dates
    assert (date.predicate, date.rule) == (at(tree, text, "raid"), "date of an action")


def test_a_joined_verb_stands_beside_the_first_and_a_negation_is_its_own(grammar: Grammar) -> None:
    text = "lama rop ta nu kil"
    tree = parsed(grammar, text)
    second = tree.predicates[1]
    assert (second.link, second.parent, second.polarity) == (Link.JOINED, tree.predicates[0], "negative")
    assert tree.predicates[0].polarity == "positive"


def test_what_stands_under_a_condition_is_no_happening(grammar: Grammar) -> None:
    text = "si lama kil binu, soldata rop"
    tree = parsed(grammar, text)
    assert at(tree, text, "kil").modality == "conditional"
    assert (at(tree, text, "rop").modality, at(tree, text, "rop").link) == ("", Link.MAIN)


def test_quotation_marks_around_words_leave_the_clause_whole(grammar: Grammar) -> None:
    text = "lama rop <binu> day1"
    tree = parsed(grammar, text)
    assert [date.predicate for date in tree.dates] == [at(tree, text, "rop")]


def test_a_sentence_without_words_has_an_empty_tree(grammar: Grammar) -> None:
    tree = parsed(grammar, "!")
    assert (tree.predicates, tree.dates) == ((), ())
