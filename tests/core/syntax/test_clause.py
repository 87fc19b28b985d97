"""Which clause a date governs, and whether it dates what happened or the saying of it."""

import pytest

from tests.core.words import sentence, span_of
from timeline_core.model.span import Span
from timeline_core.syntax.clause import governed

HAPPENED, SAID = False, True


@pytest.mark.parametrize(
    "code, text, date, words, said",
    [
        ("ar", "قتل قيادي بارز في غارة أمس", "أمس", "قتل قيادي بارز في غارة أمس", HAPPENED),
        ("ar", "أعلن الجيش أمس مقتل قيادي", "أمس", "أعلن الجيش أمس مقتل قيادي", SAID),
        ("ar", "أعلن الجيش مقتل قيادي في غارة أمس", "أمس", "مقتل قيادي في غارة أمس", HAPPENED),
        ("ar", "وفي 5 أيار، أعلنت الوزارة إطلاق الحملة", "5 أيار", "أعلنت الوزارة إطلاق الحملة", SAID),
        ("ar", "قال المتحدث إن الطائرات قصفت الميناء الأحد", "الأحد", "الطائرات قصفت الميناء الأحد", HAPPENED),
        ("ar", "وكان الوزير قد صرح السبت بأن الاتفاق جاهز", "السبت", "وكان الوزير قد صرح السبت بأن الاتفاق جاهز", SAID),
        (
            "en",
            "Rebels seized the town on Friday, the army said",
            "Friday",
            "Rebels seized the town on Friday",
            HAPPENED,
        ),
        (
            "en",
            "The army said on Friday that rebels seized the town",
            "Friday",
            "The army said on Friday that rebels seized the town",
            SAID,
        ),
        (
            "en",
            "The army said rebels seized the town on Friday",
            "Friday",
            "rebels seized the town on Friday",
            HAPPENED,
        ),
        ("en", "On Friday, the army announced a new offensive", "Friday", "the army announced a new offensive", SAID),
        (
            "en",
            "On Monday it announced that Smith, a colonel, had been killed on May 5",
            "May 5",
            "Smith, a colonel, had been killed on May 5",
            HAPPENED,
        ),
        ("en", "Rebels seized the town, the army said on Friday", "Friday", "the army said on Friday", SAID),
    ],
    ids=str,
)
def test_a_date_governs_this_clause(code: str, text: str, date: str, words: str, said: bool) -> None:
    whole = sentence(text, code, date)
    clause = governed(whole, whole.range_of(span_of(text, date)))
    assert (whole.span_of(clause.words).of(text), clause.said) == (words, said)


def test_an_apposition_between_subject_and_verb_is_skipped() -> None:
    text = "أكد الجيش أن الضابط، وهو قائد سابق، قُتل في كمين الأحد"
    whole = sentence(text, "ar", "الأحد")
    clause = governed(whole, whole.range_of(span_of(text, "الأحد")))
    assert clause.skips is not None
    assert whole.span_of(clause.skips).of(text) == "وهو قائد سابق"


def test_two_dates_of_two_joined_clauses_govern_each_its_own() -> None:
    text = "قال إن المعارك بدأت السبت في البلدة، وقتل القائد في القصف الأحد"
    whole = sentence(text, "ar", "السبت", "الأحد")
    first, second = (governed(whole, date) for date in whole.dates)
    assert whole.span_of(first.words).of(text).startswith("المعارك")
    assert whole.span_of(second.words).of(text).startswith("وقتل")


def test_a_comma_in_brackets_or_in_a_number_cuts_nothing() -> None:
    text = "أجرت الفرق 1,245 جولة (900 في الشمال، و345 في الجنوب) هذا العام"
    assert len(sentence(text, "ar").segments) == 1


def test_what_goes_on_in_the_same_breath_is_evidence_and_no_title() -> None:
    text = "كشفت القيادة عن حصيلة عملياتها خلال أيار، مشيرة إلى أنها نفذت 43 عملية"
    whole = sentence(text, "ar", "أيار")
    clause = governed(whole, whole.range_of(span_of(text, "أيار")))
    assert whole.span_of(clause.words).of(text) == "حصيلة عملياتها خلال أيار"
    assert whole.span_of(clause.whole) == Span(text.index("حصيلة"), len(text))
