"""What the body of a report tells again by a verb of another class, and what one verb does with other things."""

import pytest

from tests.core.words import report, timeline

SUMMARY = "أعلن النادي أن قافلة الكتب عبرت الجمعة جسر المرج ودخلت حي الزهور.\n"


def happened(text: str) -> list[str]:
    """The titles of what happened, in the order of the timeline."""
    told = timeline(report(text, "2023-05-20"))
    return [event.title for event in told.events]


def test_the_body_tells_the_summary_again_by_another_verb() -> None:
    body = "دخلت قافلة كتب تضم ثلاثين صندوقا من الدفاتر إلى حي الزهور الجمعة عبر جسر المرج."
    assert happened(SUMMARY + body) == ["قافلة الكتب عبرت جسر المرج"]


@pytest.mark.parametrize(
    "body",
    [
        "دخلت قافلة أدوية تضم ثلاثين صندوقا من الضماد إلى حي الزهور الجمعة عبر جسر المرج.",
        "دخلت قافلة كتب تضم ثلاثين صندوقا من الدفاتر إلى حي الزهور الأربعاء عبر جسر المرج.",
    ],
)
def test_another_doer_or_day_is_another_happening(body: str) -> None:
    assert len(happened(SUMMARY + body)) == 2


def test_a_verb_that_tells_no_deed_by_itself_is_told_by_what_it_takes() -> None:
    first = "استخدم الحرس لأول مرة طائرات لإسقاط منشورات فوق المتظاهرين في الميناء الجمعة.\n"
    assert len(happened(first + "كما استخدم الحرس خراطيم المياه ضد الشبان الذين اقتربوا من السور.")) == 2
    again = "استخدم الحرس خراطيم المياه ضد المتظاهرين في الميناء الجمعة.\n"
    assert len(happened(again + "وقال شهود إن الحرس استخدم خراطيم المياه.")) == 1
