"""From where and by whom something is told: datelines, headings of places, interviews, courts."""

from __future__ import annotations

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.model.event import Event


def told(text: str) -> list[tuple[str, str, str]]:
    """Place, speaker and title of everything that the text tells, in the order of its words."""
    found = timeline(report(text))
    events = sorted((*found.events, *found.undated), key=lambda event: event.evidence[0].span)
    return [(event.evidence[0].told_in, event.evidence[0].told_by, event.title) for event in events]


def first(text: str) -> Event:
    return timeline(report(text)).events[0]


COURT = """Hearing, 12 March 2021

THE PROSECUTOR: The defendant fled the country on 3 January 2021.
He was stopped in Amman on 4 January 2021.

MR. HADDAD: My client was arrested on 5 January 2021.

PRESIDING JUDGE: The hearing was adjourned yesterday.
"""
COURT_AR = """محضر جلسة 12 آذار 2021

المدعي العام: هرب المتهم من البلاد في 3 كانون الثاني 2021.

الدفاع: اعتقل موكلي في 5 كانون الثاني 2021 في عمّان.
"""


def test_a_speaker_of_a_court_holds_until_the_next() -> None:
    assert [by for _, by, _ in told(COURT)] == ["THE PROSECUTOR", "THE PROSECUTOR", "MR. HADDAD", "PRESIDING JUDGE"]
    assert [by for _, by, _ in told(COURT_AR)] == ["المدعي العام", "الدفاع"]


def test_the_name_of_the_speaker_stands_in_no_title() -> None:
    assert [title for *_, title in told(COURT_AR)] == ["هرب المتهم من البلاد", "اعتقل موكلي في عمّان"]


def test_the_reason_says_whose_words_they_are() -> None:
    [piece] = first(COURT_AR).evidence
    assert teller("en").told(piece) == "the words of «المدعي العام»"
    assert teller("ar").told(piece) == "والكلام لـ«المدعي العام»"


NAMES = """Huda: A bridge was destroyed on 3 March 2021.
Adel: Two men were killed on 4 March 2021.
Huda: The delegation left on 5 March 2021.
"""
QUESTIONS = """س1: متى وقع القصف؟
ج1: قصفت الطائرات جسرا في 3 آذار 2021.
س2: وماذا بعد ذلك؟
ج2: غادر الوفد في 5 آذار 2021.
"""


def test_names_that_come_again_are_speakers() -> None:
    assert [by for _, by, _ in told(NAMES)] == ["Huda", "Adel", "Huda"]


def test_questions_and_answers_are_told_by_their_letters() -> None:
    assert {by for _, by, _ in told(QUESTIONS)} == {"ج"}


NOBODY = [
    "Wadi Observatory: Two men were killed on 3 March 2021 when a bridge fell.",
    "Location: Homs\nDate: 3 March 2021\nSource: Wadi\n\nTwo men were killed on 2 March 2021 when a bridge fell.",
    "المرصد: مقتل رجلين في 3 آذار 2021 في انهيار جسر.",
    "3 March 2021: Two men were killed when a bridge fell.\n4 March 2021: The delegation left.",
    "Monday: Two men were killed on 1 March 2021.\nTuesday: The delegation left on 2 March 2021.",
]


@pytest.mark.parametrize("text", NOBODY, ids=str)
def test_one_label_or_a_field_is_no_speaker(text: str) -> None:
    assert {by for _, by, _ in told(text)} == {""}


DATELINES = (
    "HOMS, 7 March 2021 (Wire) - Two men were killed yesterday.\n\nAMMAN, 19 March 2021 - The delegation left today."
)


def test_a_dateline_sets_the_place_of_the_telling_and_none_of_what_is_told() -> None:
    assert [place for place, _, _ in told(DATELINES)] == ["HOMS", "AMMAN"]
    assert first(DATELINES).places == ()
    assert teller("en").told(first(DATELINES).evidence[0]).startswith("told in «HOMS», as")


HEADINGS = """# Weekly update, 9 March 2021

## Aleppo

Two men were killed yesterday when a bridge fell.

### Victims

A child died of his wounds on 8 March 2021.

## Homs governorate

On 5 March 2021, the council released eight detainees.

## Outlook

On 4 March 2021, the two sides signed a truce.
"""


def test_a_heading_of_a_place_holds_until_the_next_of_its_level() -> None:
    assert [place for place, _, _ in told(HEADINGS)] == ["Aleppo", "Aleppo", "Homs governorate", ""]


def test_what_stands_below_the_name_of_a_place_happened_there() -> None:
    assert [event.places for event in timeline(report(HEADINGS)).events] == [(), ("homs",), ("aleppo",), ("aleppo",)]


def test_a_place_that_is_named_itself_wins_over_the_heading() -> None:
    text = "حلب:\nقتل رجلان في 7 آذار 2021 في انهيار جسر في دمشق.\n\nحمص:\nانفجر لغم في 6 آذار 2021 وأصيب طفلان."
    assert [event.places for event in timeline(report(text)).events] == [("homs",), ("damascus",)]


def test_the_writer_of_a_quoted_mail_speaks_in_it_alone() -> None:
    text = (
        "The truce was signed on 8 March 2021.\n\nOn Sun, 7 Mar 2021 at 10:00, Adel <a@example.org> wrote:\n"
        "> Two men were killed today when a bridge fell.\n\nThe delegation left on 9 March 2021."
    )
    assert [by for _, by, _ in told(text)] == ["", "Adel", ""]
