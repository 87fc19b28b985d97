"""A rule that is not tried in a sentence, for what it needs does not stand there, could not have held in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from seeds.load import knowledge
from seeds.syntax_rules import cases
from timeline_core.model.span import Span
from timeline_core.syntax.rules import Rule, Table
from timeline_core.syntax.rules.factuality import MODALITY, POLARITY
from timeline_core.syntax.rules.factuality import NEEDS as FACTS
from timeline_core.syntax.rules.speech import NEEDS as SPEAKS
from timeline_core.syntax.rules.speech import SPEECH


def decided(texts: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The rules that decided on each predicate of the texts."""
    parsers = knowledge().parsers
    trees = [parsers[code].parse(text, Span(0, len(text)), ()) for code, text in texts]
    return [predicate.rules for tree in trees for predicate in tree.predicates]


def test_no_rule_would_decide_otherwise_if_it_were_tried_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(case.language, text) for case in cases() for text in (case.holds, case.spares)]
    found = decided(texts)

    def every(table: Table[Any, Any], _: frozenset[str]) -> Sequence[Rule[Any, Any]]:
        return [rule for rule, _ in table._rules]

    monkeypatch.setattr(Table, "within", every)
    assert len(texts) > len(SPEECH)
    assert decided(texts) == found


def test_every_need_is_of_a_rule() -> None:
    assert FACTS.keys() <= {rule.name for rule in (*POLARITY, *MODALITY)}
    assert SPEAKS.keys() <= {rule.name for rule in SPEECH}
