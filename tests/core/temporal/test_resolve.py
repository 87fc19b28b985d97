"""From words to days: the anchor, and what is left open without one."""

from __future__ import annotations

from datetime import date

import pytest

from seeds.load import languages
from timeline_core.model.expression import Origin
from timeline_core.model.when import When
from timeline_core.temporal.grammar.language import Language, accompanied
from timeline_core.temporal.reasons import why
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

ARABIC, ENGLISH = (languages()[code] for code in ("ar", "en"))
BOTH = accompanied(ARABIC, (ENGLISH,))


def values(text: str, published: str | None) -> list[str | None]:
    day = None if published is None else When(published)
    found = resolve(text, recognise(text, BOTH), day, Origin.PUBLISHED)
    return [None if one.when is None else one.when.edtf for one in found]


@pytest.mark.parametrize(
    "words, left_open",
    [
        ("الـ16 من الشهر الجاري", "XXXX-XX-16"),
        ("10 شباط", "XXXX-02-10"),
        ("10 من شباط الجاري", "XXXX-02-10"),
        ("Feb 10th", "XXXX-02-10"),
        ("شباط الجاري", None),
        ("أمس", None),
        ("الخميس", None),
        ("العام الماضي", None),
        ("العام الماضي 2022", "2022"),
        ("25 شوال 1436هـ", "2015-08-10~"),
    ],
)
def test_without_a_day_the_relative_stays_open_and_the_absolute_has_its_value(
    words: str, left_open: str | None
) -> None:
    assert values(words, None) == [left_open]


@pytest.mark.parametrize(
    "words, value",
    [
        ("10 من شباط الجاري", "2023-02-10"),
        ("الشهر الجاري", "2023-02"),
        ("أمس", "2023-02-14/2023-02-27"),
        ("عام 2020", "2020"),
    ],
)
def test_in_a_report_of_a_range_of_days_a_value_is_as_wide_as_it_must_be(words: str, value: str) -> None:
    assert values(words, "2023-02-15/2023-02-28") == [value]


def test_the_absolute_wins_whatever_the_anchor() -> None:
    assert values("20 من كانون الثاني من العام الماضي 2022", "2030-05-05") == ["2022-01-20"]


def test_the_signature_of_a_tweet_is_the_anchor_of_the_tweet_alone() -> None:
    text = "قتل أمس\nA raid on Feb 10th.\n— Army Press Office (@armypress) February 15, 2023\nوفي 3 شباط"
    assert values(text, "2019-06-01") == ["2019-05-31", "2023-02-10", "2023-02-15", "2019-02-03"]


@pytest.mark.parametrize(
    "words, day, fits",
    [
        ("اليوم الخميس", date(2023, 2, 16), True),
        ("اليوم الخميس", date(2023, 2, 17), False),
        ("أمس الخميس", date(2023, 2, 17), True),
        ("شباط الجاري", date(2023, 2, 1), True),
        ("شباط الجاري", date(2023, 3, 1), False),
        ("العام الماضي 2022", date(2023, 7, 1), True),
        ("العام الماضي 2022", date(2022, 7, 1), False),
        ("20 كانون الثاني من العام الماضي 2022", date(2023, 2, 20), True),
        ("20 كانون الثاني من العام الماضي 2022", date(2024, 2, 20), False),
        ("10 من شباط الجاري", date(2023, 2, 9), False),
        ("10 من شباط الجاري", date(2023, 2, 10), True),
        ("الـ16 من الشهر الجاري", date(2023, 2, 15), False),
        ("الـ16 من الشهر الجاري", date(2023, 2, 16), True),
        ("February 15, 2023", date(2023, 2, 14), False),
        ("February 15, 2023", date(2023, 2, 15), True),
        ("أمس", date(2023, 2, 15), True),
    ],
)
def test_what_words_say_of_the_day_of_their_report(words: str, day: date, fits: bool) -> None:
    [mention] = recognise(words, BOTH)
    assert mention.meaning.fits(day) is fits


def test_the_reason_can_be_checked_against_the_page() -> None:
    text = "في 10 من شباط الجاري"
    [found] = resolve(text, recognise(text, BOTH), When("2023-02-15/2023-02-28"), Origin.INFERRED)
    assert why(found, ENGLISH) == (
        "«10 من شباط الجاري» → day 10 of the current February; "
        "report published between 15 and 28 February 2023, inferred"
    )
    assert why(found, ARABIC) == (
        "«10 من شباط الجاري» ← اليوم 10 من شباط/فبراير الجاري؛ "
        "نُشر التقرير بين 15 و28 شباط/فبراير 2023، تقديرًا من قرائنه"
    )


def told(text: str, published: str | None) -> list[tuple[str, str, str]]:
    """Value, the day that it was counted from, and where that comes from."""
    day = None if published is None else When(published)
    found = resolve(text, recognise(text, BOTH), day, Origin.PUBLISHED)
    return [(one.when.edtf if one.when else "", one.reason.anchor, one.reason.origin.value) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "قتل جنديان أمس في الموصل. وجاء في البيان: «ننعى اليوم الخميس قائد الفوج».",
        "قتل جنديان أمس في الموصل. وجاء في البيان: “ننعى اليوم الخميس قائد الفوج”.",
        'قتل جنديان أمس في الموصل. وجاء في البيان: "ننعى اليوم الخميس قائد الفوج".',
    ],
)
def test_who_is_quoted_does_not_say_what_day_the_report_is_of(text: str) -> None:
    assert values(text, "2023-05-20") == ["2023-05-19", "2023-05-18"]


def test_what_stands_behind_a_quotation_is_the_reports_own() -> None:
    assert values("قال «نعم». قتل جندي اليوم الخميس، وأصيب آخر أمس.", "2023-05-20") == ["2023-05-18", "2023-05-17"]


def test_the_reason_names_the_day_that_was_counted_from() -> None:
    text = "وصل الوزير اليوم الجمعة، وكان سافر أمس."
    assert told(text, "2023-05-20") == [("2023-05-19", "2023-05-19", "text"), ("2023-05-18", "2023-05-19", "text")]
    assert told(text, "2023-05-19")[1] == ("2023-05-18", "2023-05-19", "published")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("بغداد، 19 أيار/مايو 2023 (أ ف ب) - قتل جنديان اليوم وأصيب ثالث أمس.", ["2023-05-19", "2023-05-18"]),
        ("بغداد 19 أيار 2023 - قتل جنديان اليوم وأصيب ثالث أمس.", ["2023-05-19", "2023-05-18"]),
        ("عدن (رويترز) 19 أيار 2023 - قتل جنديان اليوم وأصيب ثالث أمس.", ["2023-05-19", "2023-05-18"]),
        ("مقتل جنديين\n\nبغداد، 19 أيار 2023 (أ ف ب) - قتل جنديان اليوم وأصيب ثالث أمس.", ["2023-05-19", "2023-05-18"]),
        ("CAIRO, May 18, 2023 (AFP) - Two soldiers were killed yesterday in Sinai.", ["2023-05-17"]),
        ("CAIRO, May 18, 2023 (AFP) Two soldiers were killed yesterday in Sinai.", ["2023-05-17"]),
        ("New York, May 18, 2023 – Two men were killed yesterday.", ["2023-05-17"]),
    ],
)
@pytest.mark.parametrize("published", ["2023-05-20", None])
def test_the_dateline_says_what_day_the_report_calls_today(
    text: str, expected: list[str], published: str | None
) -> None:
    assert values(text, published)[1:] == expected
    assert {source for _, _, source in told(text, published)[1:]} == {"text"}


@pytest.mark.parametrize(
    "text",
    [
        "بغداد، 10 أيار 2023 (أ ف ب) - قتل جنديان أمس.",
        "بغداد، 25 أيار 2023 (أ ف ب) - قتل جنديان أمس.",
        "اندلعت المعارك في 19 أيار 2023 وقتل جنديان أمس.",
        "أعلن الجيش في بيان له صدر في 19 أيار 2023: قتل جنديان أمس.",
        "The army (which moved in on May 19, 2023) lost two men yesterday.",
        "Two men were killed.\nThe army moved in.\nCAIRO, May 18, 2023 (AFP) - Two men were killed yesterday.",
    ],
)
def test_what_is_no_dateline_or_too_far_from_the_published_day_moves_nothing(text: str) -> None:
    assert values(text, "2023-05-20")[-1] == "2023-05-19"


@pytest.mark.parametrize(
    "text, language, line, sure",
    [
        ("3/4/2022", ARABIC, "«3/4/2022» → day 3 of April of the year 2022, as written, read as day/month/year", True),
        ("٣/٤/٢٠٢٢", ARABIC, "«٣/٤/٢٠٢٢» → day 3 of April of the year 2022, as written, read as day/month/year", True),
        ("4/4/2022", ARABIC, "«4/4/2022» → day 4 of April of the year 2022, as written", True),
        ("2022/4/3", ARABIC, "«2022/4/3» → day 3 of April of the year 2022, as written", True),
        (
            "3/4/2022",
            ENGLISH,
            (
                "«3/4/2022» → day 4 of March of the year 2022, as written, "
                "read as month/day/year; the day may stand before the month; not sure"
            ),
            False,
        ),
        ("25/4/2022", ENGLISH, "«25/4/2022» → day 25 of April of the year 2022, as written", True),
        (
            "Sunday, 3/4/2022",
            ENGLISH,
            "«Sunday, 3/4/2022» → day 3 of April of the year 2022, as written, a Sunday",
            True,
        ),
        (
            "Friday, 3/4/2022",
            ENGLISH,
            "«Friday, 3/4/2022» → day 4 of March of the year 2022, as written, a Friday",
            True,
        ),
        (
            "Friday, January 3, 2023",
            ENGLISH,
            (
                "«Friday, January 3, 2023» → day 3 of January of the year 2023, as written, a Friday; "
                "but that was a Tuesday"
            ),
            True,
        ),
        (
            "يوم الجمعة 3/4/2022",
            ARABIC,
            (
                "«يوم الجمعة 3/4/2022» → day 3 of April of the year 2022, as written, "
                "read as day/month/year, a Friday; but that was a Sunday"
            ),
            True,
        ),
        (
            "Tuesday, January 3, 2023",
            ENGLISH,
            "«Tuesday, January 3, 2023» → day 3 of January of the year 2023, as written, a Tuesday",
            True,
        ),
    ],
)
def test_the_order_of_figures_is_a_reading_and_a_weekday_that_does_not_fit_is_told(
    text: str, language: Language, line: str, sure: bool
) -> None:
    [found] = resolve(text, recognise(text, language), When("2023-05-15"), Origin.PUBLISHED)
    assert (why(found, ENGLISH), found.sure) == (line, sure)


def test_the_same_period_of_a_gregorian_year_is_moved_by_gregorian_years_in_a_hijri_text() -> None:
    text = "اجتمع النادي في 10 رمضان 1436هـ ثم في شوال، خلافا لنفس الفترة من عام 2014م"
    assert values(text, "2015-08-20")[-1] == "2014-07-17/2014-08-15"


def test_the_same_quarter_of_the_previous_year_is_of_the_year_before_its_own() -> None:
    text = "ارتفع الإنتاج في 2014. وفي الربع الأول من 2015 بلغ 5 ملايين، مقابل 4 في نفس الربع من العام السابق"
    assert values(text, "2015-08-20")[-1] == "2014-33"


@pytest.mark.parametrize(
    "text, value",
    [
        ("قبل 146 عاما", "1877~"),
        ("قُتل في 12 آذار", "2022-03-12/2023-03-12"),
        ("مقتل جندي في 12 آذار", "2023-03-12"),
    ],
)
def test_a_day_that_may_be_the_last_or_the_next_is_told_by_both(text: str, value: str) -> None:
    assert values(text, "2023-02-16") == [value]


@pytest.mark.parametrize(
    "text, language, expected",
    [
        (
            "12 April",
            ENGLISH,
            "«12 April» → day 12 of April; report published on 16 February 2023: the first one from then on",
        ),
        (
            "8 November",
            ENGLISH,
            "«8 November» → day 8 of November; report published on 16 February 2023: the last one by then",
        ),
        (
            "2 May 2020. Three weeks later",
            ENGLISH,
            "«Three weeks later» → 3 weeks later; counted from 2 May 2020 in the text",
        ),
    ],
)
def test_a_reason_names_the_side_and_the_number(text: str, language: Language, expected: str) -> None:
    found = resolve(text, recognise(text, language), When("2023-02-16"), Origin.PUBLISHED)
    assert why(found[-1], ENGLISH) == expected


def test_an_older_item_that_stands_quoted_in_a_report_does_not_move_its_day() -> None:
    text = "أعلنت الوزارة الاثنين مقتل ثلاثة.\nوكانت الوكالة ذكرت: قُتل جنديان اليوم الأحد.\nوأُصيب الاثنين رابع."
    assert values(text, "2018-08-13") == ["2018-08-13", "2018-08-12", "2018-08-13"]


def test_a_copy_that_is_put_out_a_day_late_keeps_its_own_day() -> None:
    text = "أُصيب جندي اليوم الأحد في انفجار، وقُتل أمس آخر."
    assert values(text, "2018-08-13") == ["2018-08-12", "2018-08-11"]


@pytest.mark.parametrize(
    "text, value",
    [
        ("12 رمضان 1440هـ", "2019-05-17~"),
        ("12 محرم 1440هـ", "2018-09-22"),
        ("12 محرم 1404هـ", "1983-10-18~"),
        ("الجمعة 12 رمضان 1440هـ", "2019-05-17"),
        ("12 رمضان 1440هـ الموافق 17 أيار 2019م", "2019-05-17"),
        ("رمضان 1440هـ", "2019-05-06/2019-06-03"),
    ],
)
def test_a_hijri_day_that_the_moon_may_have_moved_is_about_right_unless_something_confirms_it(
    text: str, value: str
) -> None:
    assert values(text, "2019-06-20") == [value]


def test_the_reason_of_such_a_day_says_so() -> None:
    found = resolve("12 رمضان 1440هـ", recognise("12 رمضان 1440هـ", ARABIC), When("2019-06-20"), Origin.PUBLISHED)
    assert "the moon may have moved it by a day" in why(found[0], ENGLISH)


@pytest.mark.parametrize(
    "text, value",
    [
        ("أعلنت الكلية تمديد القبول حتى الخميس 28 شوال", "2015-08-13"),
        ("أعلنت الكلية القبول في 28 شوال", "2014-08-24~/2015-08-13~"),
    ],
)
def test_a_weekday_beside_a_hijri_day_tells_its_year(text: str, value: str) -> None:
    assert values(text, "2015-08-06") == [value]


@pytest.mark.parametrize(
    "text, day",
    [
        ("The bakers had planned a one-day strike for Monday.", "2023-02-20"),
        ("The bakers called a rally for Sunday.", "2023-02-19"),
        ("The bakers were blamed for Monday's strike.", "2023-02-13"),
        ("The bakers counted 12 loaves for Monday.", "2023-02-13"),
    ],
    ids=str,
)
def test_what_is_set_for_a_weekday_is_still_to_come(text: str, day: str) -> None:
    [told] = resolve(text, recognise(text, languages()["en"]), When("2023-02-16"), Origin.PUBLISHED)
    assert told.when == When(day)


@pytest.mark.parametrize(
    "code, text",
    [
        ("ar", "ارتفع عدد ضحايا السيل إلى 1916 قتيلا و2014 جريحا."),
        ("ar", "وصل العدد إلى 1980 مصابا."),
        ("en", "The toll of the flood rose to 1916 dead."),
    ],
    ids=str,
)
def test_a_number_before_what_it_counts_is_no_year(code: str, text: str) -> None:
    assert not recognise(text, languages()[code])
