"""What is said of a date: every rule has words of its own, and every effect a sentence."""

import pytest

from timeline_core.events.verdicts import OUTSIDE
from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.syntax.rules.dates import DATES
from tui.draw import verdict as render_verdict
from tui.ports.asked_date import AskedDate

TEXT = "The film of 2014 was shown."
YEAR = Expression(Span(12, 16), "2014", When("2014"), Reason("year", "", Origin.PUBLISHED))


def test_every_rule_says_why_it_placed_a_date_so() -> None:
    assert {rule.name for rule in DATES} | {OUTSIDE} <= render_verdict.RULES.keys()


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (AskedDate(YEAR, "dates", "date of the clause", Span(17, 26)), "«was shown»"),
        (
            AskedDate(YEAR, "dates", "date of the clause", Span(17, 26), "denied"),
            "«was shown», but it is denied",
        ),
        (
            AskedDate(YEAR, "noun", "genitive date", Span(4, 8)),
            "nothing: it belongs to «film», which is no happening",
        ),
        (
            AskedDate(YEAR, "nothing", "date in doubt"),
            "nothing: nothing shows with certainty what it is of",
        ),
        (
            AskedDate(YEAR, "nothing", OUTSIDE),
            "nothing: what it counts for is told by the parts of the report",
        ),
    ],
)
def test_a_verdict_is_one_sentence(one: AskedDate, said: str) -> None:
    assert render_verdict.said(one, TEXT) == said
