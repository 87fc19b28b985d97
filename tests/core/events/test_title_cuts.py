"""Where a long title is cut: no word is left that asks for more, and a cut that cannot be helped is marked."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.core.words import report, timeline

PUBLISHED = "2023-05-17"


def title_of(text: str) -> str:
    """The title of the first thing that the report tells."""
    return timeline(report(text, PUBLISHED)).events[0].title


@pytest.mark.parametrize(
    "text, last",
    [
        (  # «آلي» and «إلى» are written alike when dots and hamza are left out
            "أكد سامر الحلبي المتحدث باسم الجامعة يوم الجمعة أن عملية الفرز والترشيح تمت بشكل آلي مما يضمن العدالة والشفافية في قبول "
            "جميع المتقدمين إلى كليات الجامعة في المحافظات الشرقية والغربية.",
            "آلي",
        ),
        (  # a lone noun leans on the one that is joined to it
            "اعتمدت اللجنة المحلية للانتخابات البلدية بمحافظة الساحل يوم الجمعة الخطة التدريبية لرؤساء وأعضاء اللجان الانتخابية لمراكز "
            "الانتخابات المحلية في دورتها الثالثة.",
            "الانتخابية…",
        ),
        (  # a verb leans on its complement
            "اتفق مسؤولون سوريون يوم الجمعة على أهمية نتائج زيارة الأمير سالم بن ناصر بن عبدالعزيز ولي ولي العهد النائب الثاني لرئيس "
            "مجلس الوزراء وزير الدفاع للعاصمة.",
            "النائب الثاني…",
        ),
    ],
)
def test_a_cut_leaves_no_word_that_asks_for_more(text: str, last: str) -> None:
    title = title_of(text)
    assert title.endswith(last)
    assert cell_len(title) <= 120


def test_a_noun_that_can_stand_alone_is_cut_before_what_is_joined_to_it() -> None:
    text = (
        "قصفت الطائرات يوم الجمعة مواقع المسلحين في ريف المدينة الشمالي وفي معسكر التدريب القديم قرب المطار العسكري الكبير وقاعدة "
        "الدفاع الجوي في الجبل."
    )
    assert title_of(text).endswith("المطار العسكري الكبير")


def test_what_tells_why_in_front_gives_way_to_what_was_done() -> None:
    text = (
        "استمرارا لحملة وزارة الداخلية ووزارة العمل في المحافظات نفذ مكتب العمل يوم الجمعة بتوجيهات مدير عام فرع الوزارة حملة مشتركة مع "
        "الشرطة في أسواق المدينة القديمة."
    )
    assert title_of(text).startswith("نفذ مكتب العمل")


def test_a_subject_in_front_stays() -> None:
    text = (
        "قوات من الجيش ومن حرس الحدود في المحافظات الشرقية نفذت يوم الجمعة بتوجيهات مدير عام فرع الوزارة حملة مشتركة مع الشرطة في أسواق "
        "المدينة القديمة وفي محيطها."
    )
    assert title_of(text).startswith("قوات من الجيش")
