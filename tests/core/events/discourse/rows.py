"""What the tests of the tables of rows share: which pairs a report compares, and whether a row holds of the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.core.words import report, timeline
from timeline_core.events.discourse import discourse
from timeline_core.events.discourse.pairs import Pair, Row


def spied(monkeypatch: pytest.MonkeyPatch, name: str, scores: Callable[[Pair], float]) -> list[Pair]:
    """The pairs that the discourse asks the function of that name about, as they come."""
    seen: list[Pair] = []

    def spy(pair: Pair) -> float:
        seen.append(pair)
        _ = pair.alone, pair.listed, pair.spoke_last, pair.near, pair.opens  # as they are while the mention is compared
        return scores(pair)

    monkeypatch.setattr(discourse, name, spy)
    return seen


def holds(rows: Sequence[Row], name: str, text: str, pairs: list[Pair]) -> bool:
    """Whether the row holds of the first happening of the text and its last mention or clause."""
    pairs.clear()
    timeline(report(text, "2023-05-17"))
    row = next(row for row in rows if row.name == name)
    last = pairs[-1].mention.key
    return next(row.holds(pair) for pair in pairs if pair.mention.key == last)
