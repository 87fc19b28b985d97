"""What holds for every text."""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.load import languages
from timeline_core.model import edtf
from timeline_core.model.expression import Origin
from timeline_core.model.when import When
from timeline_core.temporal.derivation import drawn, explain
from timeline_core.temporal.grammar.language import accompanied, load
from timeline_core.temporal.reasons import why
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

HERE = Path(__file__).parents[3] / "seeds" / "languages"
ARABIC, ENGLISH = (languages()[code] for code in ("ar", "en"))
BOTH = accompanied(ARABIC, (ENGLISH,))

SAID = [
    phrase
    for code in ("ar", "en")
    for case in tomllib.loads((HERE / f"{code}.cases.toml").read_text("utf-8"))["means"]
    for phrase in case["say"]
]
WORDS = st.sampled_from(sorted({word for phrase in SAID for word in phrase.split()}))
MARKS = st.sampled_from([" ", " ", "، ", "\n", "/", "-", " (", ") ", ". ", "", "و", "\u200f", "ـ"])
NEWS = st.lists(st.one_of(WORDS, MARKS, st.text(max_size=4))).map(" ".join)
TEXTS = st.one_of(st.text(), NEWS)
LAW = settings(max_examples=50, deadline=None)
DAYS = st.dates().map(lambda day: When(f"{day.year:04d}-{day.month:02d}-{day.day:02d}"))


@LAW
@given(TEXTS)
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in recognise(text, BOTH):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@LAW
@given(TEXTS, st.one_of(st.none(), DAYS))
def test_whatever_the_text_and_the_day_every_mention_becomes_an_expression_with_a_reason(
    text: str, published: When | None
) -> None:
    mentions = recognise(text, BOTH)
    found = resolve(text, mentions, published, Origin.PUBLISHED)
    assert [one.span for one in found] == [mention.span for mention in mentions]
    for one in found:
        assert one.text == one.span.of(text)
        assert one.text in why(one, ENGLISH)


@LAW
@given(TEXTS, st.dates())
def test_every_meaning_says_whether_a_day_fits(text: str, day: date) -> None:
    assert all(isinstance(mention.meaning.fits(day), bool) for mention in recognise(text, BOTH))


@LAW
@given(TEXTS, DAYS)
def test_values_are_edtf_that_reads_back(text: str, published: When) -> None:
    for one in resolve(text, recognise(text, BOTH), published, Origin.PUBLISHED):
        if one.when is not None:
            assert edtf.format(edtf.parse(one.when.edtf)) == one.when.edtf


@LAW
@given(NEWS, NEWS, NEWS)
def test_what_stands_two_paragraphs_later_changes_nothing(text: str, one: str, other: str) -> None:
    paragraph = text.replace("\n", " ")
    found = [recognise(f"{paragraph}\nوسط\n{rest}", BOTH) for rest in (one, other)]
    inside = [[mention for mention in mentions if mention.span.end <= len(paragraph)] for mentions in found]
    assert inside[0] == inside[1]


@LAW
@given(TEXTS)
def test_a_value_has_a_tree_of_shapes(text: str) -> None:
    trees = explain(text, ARABIC)
    assert [tree.span for tree in trees] == [mention.span for mention in recognise(text, ARABIC)]
    assert all("".join(drawn(tree, text)) for tree in trees)


@LAW
@given(st.sampled_from(SAID), DAYS)
def test_a_report_of_a_range_of_days_gives_a_value_that_covers_that_of_its_first_day(
    said: str, published: When
) -> None:
    day = published.first
    assert day is not None
    later = When(f"{published.edtf}/{published.edtf}")
    one = resolve(said, recognise(said, BOTH), published, Origin.PUBLISHED)
    other = resolve(said, recognise(said, BOTH), later, Origin.INFERRED)
    assert [found.when for found in one] == [found.when for found in other]


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "7 ",
        "و",
        "و ",
        "يناير ",
        "(",
        "( ",
        "أمس ",
        "10/",
        "1-",
        "من ",
        "الأول ",
        "May ",
        "\u200f",
        "ـ",
        "5 و",
        "آب و",
    ],
)
def test_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    """Four times the text takes at most five times as many calls: a square would take sixteen."""

    def calls(size: int) -> int:
        text, count = unit * (size // len(unit)), 0

        def counted(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(counted)
        try:
            recognise(text, BOTH)
        finally:
            sys.setprofile(None)
        return count

    calls(1_000)
    assert calls(12_000) < 5 * calls(3_000) + 500


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=30))
def test_what_was_read_before_changes_no_answer(said: list[str]) -> None:
    fresh = load("ar", tomllib.loads((HERE / "ar.toml").read_text("utf-8")))
    text = "\n".join(said)
    assert recognise(text, fresh) == recognise(text, ARABIC)
