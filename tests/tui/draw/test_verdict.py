"""What is said of a date: every rule has words of its own, and every effect a sentence."""

import pytest

from timeline_core.events.verdicts import OUTSIDE, Effect, Verdict
from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.syntax.rules.dates import DATES
from tui.draw import verdict as render_verdict

TEXT = "The film of 2014 was shown."
YEAR = Expression(Span(12, 16), "2014", When("2014"), Reason("year", "", Origin.PUBLISHED))


def test_every_rule_says_why_it_placed_a_date_so() -> None:
    assert {rule.name for rule in DATES} | {OUTSIDE} <= render_verdict.RULES.keys()


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict(YEAR, Effect.DATES, "date of the clause", Span(17, 26)), "«was shown»"),
        (
            Verdict(YEAR, Effect.DATES, "date of the clause", Span(17, 26), "denied"),
            "«was shown», but it is denied",
        ),
        (
            Verdict(YEAR, Effect.NOUN, "genitive date", Span(4, 8)),
            "nothing: it belongs to «film», which is no happening",
        ),
        (
            Verdict(YEAR, Effect.NOTHING, "date in doubt"),
            "nothing: nothing shows with certainty what it is of",
        ),
        (
            Verdict(YEAR, Effect.NOTHING, OUTSIDE),
            "nothing: what it counts for is told by the parts of the report",
        ),
    ],
)
def test_a_verdict_is_one_sentence(verdict: Verdict, said: str) -> None:
    assert render_verdict.said(verdict, TEXT) == said
