"""Titles read as headlines: no date words, no loose ends, no more than a list can show."""

import pytest
from rich.cells import cell_len

from tests.core.words import phrasing, span_of
from timeline_core.events.titles.edits import title
from timeline_core.events.titles.length import shortened
from timeline_core.events.titles.marks import closed_again
from timeline_core.model.span import Span


@pytest.mark.parametrize(
    "code, text, dates, expected",
    [
        ("ar", "وقُتل القيادي في غارة في 10 شباط", ["10 شباط"], "قُتل القيادي في غارة"),
        ("ar", "\ufeed\ufed7\ufe98\ufede القيادي في غارة أمس", ["أمس"], "\ufed7\ufe98\ufede القيادي في غارة"),
        ("ar", "ووزير الداخلية زار المدينة أمس", ["أمس"], "وزير الداخلية زار المدينة"),
        ("ar", "وزير الداخلية زار المدينة أمس", ["أمس"], "وزير الداخلية زار المدينة"),
        ("ar", "وفي 12 من أيار 2022، شنت القوارب غارةً", ["12 من أيار 2022"], "شنت القوارب غارةً"),
        ("ar", "نبّه طبيب، أواخر العام 2021، من سوء التغذية", ["أواخر العام 2021"], "نبّه طبيب، من سوء التغذية"),
        ("ar", "كما أن «الجيش سيطر على البلدة خلال شهر أيار", ["شهر أيار"], "الجيش سيطر على البلدة"),
        ("ar", "بمقتل 9 عناصر في غارة أمس", ["أمس"], "مقتل 9 عناصر في غارة"),
        ("ar", "بيان الوزارة صدر أمس", ["أمس"], "بيان الوزارة صدر"),
        ("en", "and four soldiers were wounded late Thursday", ["Thursday"], "four soldiers were wounded"),
        ("en", "The raid (on Feb. 10) killed two", ["Feb. 10"], "The raid killed two"),
        ("en", "On May 5, rebels took the town.", ["May 5"], "rebels took the town"),
    ],
    ids=str,
)
def test_a_title_is_the_clause_without_its_date(code: str, text: str, dates: list[str], expected: str) -> None:
    assert title(text, [Span(0, len(text))], [span_of(text, date) for date in dates], phrasing(code)) == expected


def test_a_long_title_is_cut_where_a_part_that_tells_ends_and_shows_it() -> None:
    text = "هجوم ليلي على متحف الفخار في حي النحاسين غربي القلعة، " + "تبعته سباقات بالزوارق الخشبية والمطاطية " * 3
    assert shortened(text, phrasing("ar")) == "هجوم ليلي على متحف الفخار في حي النحاسين غربي القلعة…"


def test_a_title_is_never_cut_after_a_part_that_tells_nothing() -> None:
    text = (
        "We can say that the man whom everyone sought, " + "an official of the group in the east, " * 3 + "was killed"
    )
    assert shortened(text, phrasing("en")).endswith("…")
    assert not shortened(text, phrasing("en")).startswith("We can say that the man whom everyone sought…")


@pytest.mark.parametrize("text", ["كلمة " * 80, "word " * 80, "ب" * 300, "漢字" * 100])
def test_no_title_needs_more_than_its_cells(text: str) -> None:
    assert cell_len(shortened(text, phrasing("ar"))) <= 120


def test_marks_need_no_cell_and_wide_letters_two() -> None:
    assert (cell_len("قُتِلَ"), cell_len("漢字"), cell_len("a\u200fb")) == (3, 4, 2)


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("قال إن «ملوحة التربة في الحقل", "قال إن «ملوحة التربة في الحقل…»"),
        ("قال إن «ملوحة", "قال إن ملوحة"),
        ('he said "the salt of the field', 'he said "the salt of the field…"'),
        ('he said "salt', "he said salt"),
        ("قال إن «الملوحة» ارتفعت", "قال إن «الملوحة» ارتفعت"),
    ],
)
def test_a_quotation_that_was_cut_says_so_and_one_word_is_none(words: str, closed: str) -> None:
    assert closed_again(words) == closed
