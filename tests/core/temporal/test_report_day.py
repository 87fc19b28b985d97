"""When an undated report was published."""

import pytest

from tests.core.words import known, report, teller, timeline
from timeline_core.events.cross_dating import dated
from timeline_core.model.report import Published


def published(text: str) -> Published:
    return dated([report(text)], known())[0].published


@pytest.mark.parametrize(
    "text, window",
    [
        ("قتل في 10 من شباط الجاري.\n— U.S. Central Command February 15, 2023", "2023-02-15/2023-02-28"),
        ("قتل في 10 شباط الجاري قيادي. وصدر البيان في 10 شباط 2023.", "2023-02-10/2023-02-28"),
        ("دمشق، 15 شباط 2023 - قتل قيادي في 10 من شباط الجاري.", "2023-02-15"),
        ("في 20 كانون الثاني من العام الماضي 2022 وقع هجوم، وقتل قيادي في 10 شباط الجاري.", "2023-02-10/2023-02-28"),
    ],
    ids=str,
)
def test_a_report_is_dated_by_its_own_clues(text: str, window: str) -> None:
    found = published(text)
    assert (found.origin, found.when and found.when.edtf) == ("inferred", window)


@pytest.mark.parametrize(
    "text",
    [
        "قتل قيادي أمس في غارة.",
        "وقع الهجوم في 10 شباط 2023.",
        "وفي الـ16 من الشهر الجاري أعلنت القيادة ذلك.",
        "لا تاريخ هنا.",
        "في العام 2021 حذر تقرير من ذلك.",
        "اليوم الخميس وقع الهجوم، بعد هجوم 14 شباط 2023.",
        "هجوم 11 سبتمبر 2001 قتل الآلاف. وفي سبتمبر الجاري أعلنت طالبان ذلك.",
        "قال إنه ولد في 3 شباط 1970. وفي شباط الجاري قتل خمسة.",
        "اندلعت الثورة في 15 آذار 2011. وفي 20 نيسان الماضي قتل 5، ثم قتل 3 في 3 أيار الجاري.",
        "The agreement is of 16 May 1916. A man was killed on the 3rd of this month.",
        "The ceasefire of July 2012 failed. This July, 5 people were killed.",
    ],
    ids=str,
)
def test_what_clues_do_not_pin_stays_unknown(text: str) -> None:
    assert published(text).origin == "unknown"


DATED = report("قتل إبراهيم القحطاني في غارة للتحالف الدولي في 10 شباط الجاري.", "2023-02-17", "dated")
LATER = report(
    "وفي الـ16 من الشهر الجاري، أعلنت القيادة المركزية الأميركية مقتل إبراهيم القحطاني في غارة.", None, "later"
)


def test_a_shared_happening_dates_a_report_and_is_its_reason() -> None:
    told = timeline(DATED, LATER)
    found = told.published["later"]
    assert (found.origin, found.when and found.when.edtf) == ("inferred", "2023-02-16/2023-02-28")
    assert "Ibrahim al-Qahtani" in teller("en").published(found)
    assert "dated" in teller("en").published(found)


def test_the_reason_of_a_date_says_how_its_anchor_was_inferred() -> None:
    told = timeline(DATED, LATER)
    statement = next(event for event in told.events if event.when is not None and event.when.edtf == "2023-02-16")
    [piece] = statement.evidence
    assert piece.expression is not None
    line = teller("en").why(piece.expression, told.published[piece.report])
    assert "Ibrahim al-Qahtani" in line
    assert "إبراهيم القحطاني" in teller("ar").why(piece.expression, told.published[piece.report])


def test_without_the_other_report_it_stays_undated() -> None:
    told = timeline(LATER)
    assert told.published["later"].origin == "unknown"
    assert told.events == ()
    assert {event.when.edtf if event.when else None for event in told.undated} == {"XXXX-XX-16"}


@pytest.mark.parametrize(
    "dated, undated",
    [
        (
            "Bashar al-Assad was in a meeting on March 10, 2015 in Damascus.",
            "التقى بشار الأسد في اجتماع وزراء في 3 من نيسان الجاري.",
        ),
        (
            "قتل إبراهيم القحطاني في غارة في 10 شباط.",
            "وفي 3 من تشرين الثاني الجاري، أحيا أنصار مقتل إبراهيم القحطاني ذكراه.",
        ),
    ],
    ids=["a meeting is had often", "too long after"],
)
def test_a_shared_name_alone_dates_nothing(dated: str, undated: str) -> None:
    told = timeline(report(dated, "2023-02-17", "dated"), report(undated, None, "undated"))
    assert told.published["undated"].origin == "unknown"


def test_a_report_about_another_person_dates_nothing() -> None:
    other = report("قتل حمزة الحمصي في غارة للتحالف الدولي في 10 شباط الجاري.", "2023-02-17", "other")
    assert timeline(other, LATER).published["later"].origin == "unknown"
