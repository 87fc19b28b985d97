"""A light verb gives way to its noun, and a verb keeps the particle that makes its meaning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from seeds.load import knowledge
from timeline_core.events.accounts import read, reading_of
from timeline_core.events.trees import trees
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.syntax.tree.values import Predicate


def predicates(text: str, language: str) -> Iterator[Predicate]:
    report = Report(id="case", text=text, published=When("2018-08-19"), lang=language, sha256="")
    for tree in trees(reading_of(read(report, knowledge()), knowledge()), knowledge().parsers):
        yield from tree.predicates


@pytest.mark.parametrize(
    ("language", "text", "words", "concept"),
    [
        ("ar", "شنت الطائرات غارة على البلدة.", "شنت", "harm"),
        ("ar", "نفذت الشرطة اعتقالات في الحي.", "نفذت", "hold"),
        ("ar", "تعرضت البلدة لقصف عنيف.", "تعرضت", "harm"),
        ("ar", "أجرى الوزير مفاوضات في عمان.", "أجرى", "agree"),
        ("en", "The army carried out a strike on the town.", "carried out", "harm"),
        ("en", "Police conducted a search of the house.", "conducted", "find"),
        ("en", "The two sides held a meeting in Amman.", "held", "hold"),
        ("ar", "قصفت الطائرات البلدة.", "قصفت", "harm"),
        ("ar", "نفذت الشركة المشروع.", "نفذت", "do"),
        ("en", "The army carried the wounded.", "carried", "carry"),
        ("en", "Rebels blew up the bridge.", "blew up", "harm"),
        ("en", "Police called off the search.", "called off", "end"),
    ],
)
def test_what_a_predicate_tells_is_of_the_class_of_its_noun(language: str, text: str, words: str, concept: str) -> None:
    found = {one.span.of(text): one.deed.concept for one in predicates(text, language)}
    assert found[words] == concept


def test_the_object_of_a_verb_with_a_particle_stands_behind_the_particle() -> None:
    text = "The army carried out a strike on the town."
    first = next(predicates(text, "en"))
    assert first.object is not None
    assert first.object.span.of(text) == "a strike"
