"""Every rule of the parse has an example in which it holds, and one that it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from seeds.load import knowledge
from seeds.syntax_rules import Case, cases, page
from timeline_core.events.accounts import read, reading_of
from timeline_core.events.trees import trees
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.syntax.rules.measures import MEASURES
from timeline_core.syntax.rules.tables import TABLES

CASES = cases()
NO_MEASURE = MEASURES[-1].name


@cache
def fired(text: str, language: str) -> frozenset[str]:
    report = Report(id="case", text=text, published=When("2023-05-20"), lang=language, sha256="")
    reading = reading_of(read(report, knowledge()), knowledge())
    return frozenset(_rules(reading))


def _rules(reading: object) -> Iterator[str]:
    for tree in trees(reading, knowledge().parsers):  # type: ignore[arg-type]
        yield from (rule for one in tree.predicates for rule in one.rules)
        yield from (date.rule for date in tree.dates)
        yield from (date.measure or NO_MEASURE for date in tree.dates)
        yield from (clause for group in tree.groups if group.clause is not None for clause in [group.clause.rule])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language} {case.rule}")
def test_a_rule_holds_where_its_example_says_and_not_where_it_must_not(case: Case) -> None:
    assert case.rule in fired(case.holds, case.language)
    assert case.rule not in fired(case.spares, case.language)


def test_every_rule_of_every_table_has_an_example() -> None:
    rules = {rule.name for table in TABLES.values() for rule in table}
    assert rules - {case.rule for case in CASES} == set()
    assert {case.rule for case in CASES} - rules == set()


def test_the_page_of_rules_tells_each_with_its_example() -> None:
    told = "\n".join(page())
    for case in CASES:
        assert case.holds in told
        assert case.spares in told
