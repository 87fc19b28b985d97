"""Mentions of one happening in one report are one telling, on the day that any of them gives."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.events.discourse.coreference import ROWS
from timeline_core.events.discourse.statements import SPEAKERS
from timeline_core.model.event import Event, Kind

PUBLISHED = "2023-05-17"
"""A Wednesday."""


def told(text: str) -> list[Event]:
    return [*timeline(report(text, PUBLISHED)).events]


def days(text: str) -> list[tuple[str | None, str, int]]:
    """Days, kind and number of quotes of all that the text tells."""
    return [
        (event.when.edtf if event.when is not None else None, event.kind.value, len(event.evidence))
        for event in told(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed four workers in Sirte, rescuers said.\nThe blast tore through a bakery on Monday, they said.",
        "لقي أربعة عمال مصرعهم بانفجار في سرت.\nووقع الانفجار داخل مخبز يوم الاثنين.",
        "Gunmen attacked a bus near Marib.\nThe attack on Monday wounded three passengers.",
    ],
)
def test_a_lead_without_a_day_takes_that_of_the_sentence_that_tells_it_again(text: str) -> None:
    assert days(text) == [("2023-05-15", "occurrence", 2)]


def test_what_was_told_keeps_the_numbers_of_all_its_mentions() -> None:
    [strike] = told(
        "A drone strike killed two guards in Taiz.\nThe strike on Tuesday also wounded six fishermen, doctors said."
    )
    assert {(figure.what, figure.low) for figure in strike.figures} == {("killed", 2), ("wounded", 6)}
    assert [piece.inherited for piece in strike.evidence].count(True) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قتل سبعة فلاحين في قصف على ريف منبج يوم الاثنين.\nوقتل ثلاثة رعاة في بلدة تل رفعت.",
        "Shelling killed seven farmers in Manbij on Monday.\nShelling killed three shepherds in Tall Rifat.",
    ],
)
def test_the_dead_of_two_villages_are_two_happenings(text: str) -> None:
    assert [event.bounded for event in told(text)] == [False, True]


def test_a_second_blast_is_another_one() -> None:
    found = told("A blast killed four people in Sirte on Monday.\nA second blast killed nine people in Sirte.")
    assert len(found) == 2


@pytest.mark.parametrize(
    "text, expected",
    [
        ("اعتقلت الشرطة ثلاثة متظاهرين في البصرة.", ("../2023-05-17", "occurrence", 1)),
        ("Police have arrested three protesters in Basra.", ("../2023-05-17", "occurrence", 1)),
        ("The Lebanese army condemned the raid.", ("../2023-05-17", "announcement", 1)),
    ],
)
def test_what_happened_on_no_day_lies_on_or_before_that_of_the_report(
    text: str, expected: tuple[str, str, int]
) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Police may arrest three protesters in Basra.",
        "If police had arrested the protesters, the march would have ended.",
        "لم تعتقل الشرطة أي متظاهر في البصرة.",
        "The army has often been blamed for burning villages.",
        "تعرضت القرى مرارا للقصف.",
        "The protesters wanted to storm the bank.",
    ],
)
def test_what_is_wanted_supposed_negated_or_usual_is_no_happening(text: str) -> None:
    assert [one for one in days(text) if one[1] == Kind.OCCURRENCE] == []


def test_who_only_passes_on_a_happening_is_its_source_and_no_event() -> None:
    [event] = told("قال شهود إن مسلحين قتلوا ثلاثة حراس قرب المصرف.")
    assert (event.kind, event.bounded) == (Kind.OCCURRENCE, True)


def test_what_happened_during_a_happening_is_of_its_day() -> None:
    found = told("اقتحم محتجون مبنى المحافظة في الناصرية يوم الاثنين.\nواعتقلت الشرطة تسعة منهم خلال الاقتحام.")
    assert {event.when.edtf for event in found if event.when is not None} == {"2023-05-15"}


def test_every_row_is_named_and_has_an_example() -> None:
    for rows in (ROWS, SPEAKERS):
        assert len({row.name for row in rows}) == len(rows)
        assert all(row.weight > 0 and row.example for row in rows)


def test_what_stands_in_the_words_of_another_happening_gives_it_no_day() -> None:
    found = told("أجرى الوزير سامر حداد اتصالا لتعزية والد السائق ماهر قاسم، الذي توفي يوم الاثنين.")
    assert all(event.bounded for event in found if "اتصالا" in event.title)


def test_he_is_nobody_where_two_are_named() -> None:
    found = told(
        "التقى الوزير سامر حداد النائب ماهر قاسم.\n\nوحضر اللقاء الشيخ ربيع نجار مع سامر حداد. وقال إنه تعرض لهجوم."
    )
    assert not any(event.title.startswith(("سامر", "ماهر", "ربيع")) for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "وسار المتظاهرون نحو مبنى المحافظة.",
        "تظاهر عشرات الخريجين أمام الوزارة.",
        "ذكر حراس أن لصا ملثما أحرق سيارته خارج المكتب.",
        "فيما قتل ستة صيادين في عاصفة على الساحل، وعد أمين النقابة بالتعويض.",
        "A suicide bomber blew himself up outside the office.",
    ],
)
def test_a_crowd_and_an_attacker_without_a_name_do_something_too(text: str) -> None:
    assert any(kind == Kind.OCCURRENCE for _, kind, _ in days(text))


def test_one_person_makes_one_statement_on_one_matter() -> None:
    found = told(
        "أعلن النائب سامر حداد الأحد استقالته من البرلمان.\nووقعت مواجهات قرب المبنى.\nوقال حداد إن هذا البرلمان ضعيف."
    )
    statements = [event for event in found if event.kind is Kind.ANNOUNCEMENT]
    assert [len(event.evidence) for event in statements] == [2]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The ministry said on Monday that the bridge was safe. The ministry said that the bridge was old.", 1),
        ("The ministry said that the bridge was safe. The ministry had said earlier that prices were high.", 2),
        ("قالت وزارة الصحة إن الجسر آمن. وقالت وزارة الصحة إن الجسر قديم.", 1),
        ("قالت وزارة الصحة إن الجسر آمن. وكانت وزارة الصحة قد أعلنت صباح اليوم الأربعاء ارتفاع الأسعار.", 2),
        ("قالت وزارة الصحة إن الجسر آمن. وأعلنت وزارة الصحة صباح اليوم الأربعاء سلامة الجسر.", 1),
        ("قالت وزارة الصحة إن الجسر آمن. وقالت وزارة الصحة إن الأسعار مرتفعة.", 1),
        ("قالت وزارة الصحة إن الجسر آمن. من جهة أخرى قالت وزارة الصحة إن الأسعار مرتفعة.", 2),
        ("قالت وزارة الصحة إن الجسر آمن. وهرب لص من السجن. وقالت وزارة الصحة إن الأسعار مرتفعة.", 2),
        ("قالت وزارة الصحة إن الجسر آمن. وهرب لص من السجن. وقالت وزارة الصحة إن هذا الجسر قديم.", 1),
        ("The ministry said that the bridge was safe. The statement added that prices were high.", 1),
        ("قالت وزارة الصحة إن الجسر آمن. وقالت وزارة الصحة أمس إن الأسعار مرتفعة.", 2),
        ("نددت الأمم المتحدة بالحكم. وغادرت وزارة الصحة المدينة وطالبت بالتحقيق.", 2),
    ],
)
def test_one_speaker_makes_two_statements_on_two_matters(text: str, many: int) -> None:
    statements = [event for event in told(text) if event.kind is Kind.ANNOUNCEMENT]
    assert len(statements) == many, [event.title for event in statements]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Twelve people are killed in Derna.", Kind.OCCURRENCE),
        ("Police arrest four men in Basra over the theft.", Kind.OCCURRENCE),
        ("President Hosni Mubarak resigns.", Kind.OCCURRENCE),
        ("The United Nations condemns the attack on the convoy.", Kind.ANNOUNCEMENT),
        ("الجيش يقصف بلدة سراقب.", Kind.OCCURRENCE),
        ("مقتل سبعة جنود في كمين قرب الرقة", Kind.OCCURRENCE),
    ],
)
def test_a_headline_in_the_present_tells_what_has_happened(text: str, kind: Kind) -> None:
    assert [(event.kind, event.bounded) for event in told(text)] == [(kind, True)]


def test_a_heading_above_a_story_is_told_once() -> None:
    assert len(told("مقتل سبعة جنود في كمين قرب الرقة\n\nقتل سبعة جنود في كمين قرب الرقة يوم الاثنين.")) == 1


def test_the_present_further_down_is_no_headline() -> None:
    assert days("A blast killed four people in Sirte on Monday.\n\nPolice arrest thieves in the market.") == [
        ("2023-05-15", "occurrence", 1)
    ]


def test_a_plan_without_a_day_is_no_event() -> None:
    assert days("ستعتقل الشرطة المتظاهرين.") == []


@pytest.mark.parametrize(
    "text, many",
    [
        ("قتل شاب برصاص مجهولين يوم الأحد. وقتلت امرأة بانفجار لغم يوم الأحد. وقصف الجيش مواقع يوم الأحد.", 3),
        ("Gunmen killed a policeman on Sunday. A roadside bomb killed two soldiers on Sunday.", 2),
        ("اعتقلت القوات ثلاثة شبان يوم الأحد. واعتقلت القوات خمسة عمال يوم الأحد.", 2),
    ],
)
def test_deeds_that_only_resemble_one_another_are_not_joined(text: str, many: int) -> None:
    assert [len(event.evidence) for event in told(text)] == [1] * many


@pytest.mark.parametrize("text, many", [("Police clashed.", 0), ("Gunmen stormed Derna.", 1)])
def test_less_than_three_words_tell_no_happening_without_a_day(text: str, many: int) -> None:
    found = told(f"Four people were hurt in Sirte on Monday.\n\n{text}")
    assert len([event for event in found if event.bounded]) == many


@pytest.mark.parametrize(
    "text, many",
    [
        ("A quake killed five people in Turkey on Monday. A quake killed five people in Chile on Monday.", 2),
        ("A bomb killed two soldiers in Turkey on Monday. The attack took place near the border with Iraq.", 1),
    ],
)
def test_two_states_are_two_happenings_unless_a_noun_points_back(text: str, many: int) -> None:
    assert len(told(text)) == many


@pytest.mark.parametrize(
    "text, many",
    [
        ("A bomb hit Sirte, and the army shelled Derna.", 2),
        ("A bomb killed four people and wounded nine in Sirte.", 1),
        ("قتل أربعة وأصيب تسعة في سرت.", 1),
    ],
)
def test_two_who_do_harm_do_it_twice_and_a_toll_is_one(text: str, many: int) -> None:
    assert len(told(text)) == many


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A raid on 10 May resulted in the loss of rifles.", ["2023-05-10"]),
        ("أدت غارة في 10 أيار إلى مقتل حارس.", ["2023-05-10"]),
        (
            "Gunmen stormed a prison in Sirte.\n\nThe road was bad.\n\nOn 20 January 2022, rebels stormed a prison.",
            ["../2023-05-17", "2022-01-20"],
        ),
    ],
)
def test_a_day_of_its_subject_is_its_day_and_a_reminder_dates_no_story(text: str, days: list[str]) -> None:
    found = timeline(report(text, "2023-05-17")).events
    assert sorted(event.when.edtf for event in found if event.when) == days


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("A judge ordered the release of Imad Mughniyeh. Police released Imad Mughniyeh on Monday.", 1),
        ("A judge ordered the release of Imad Mughniyeh. Police released Naim Qassem on Monday.", 2),
        ("A judge ordered the release of Imad Mughniyeh. A judge ordered the arrest of Imad Mughniyeh on Monday.", 2),
    ],
)
def test_what_was_ordered_and_done_to_one_person_is_one_happening(text: str, many: int) -> None:
    assert len(timeline(report(text, "2023-05-17")).events) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (
            (
                "Naim Qassem said that the path to the mill was in a bad state after rain. "
                "Naim Qassem's lawyer said that a bridge near the old market was closed to traffic."
            ),
            2,
        ),
        (
            (
                "قال نعيم قاسم إن طريق الساحل في حالة سيئة بعد المطر. "
                "وقال محامي نعيم قاسم إن الجسر قرب السوق القديم مغلق أمام السير."
            ),
            2,
        ),
        (
            (
                "قال نعيم قاسم إن طريق الساحل في حالة سيئة بعد المطر. "
                "وقال الأمين نعيم قاسم إن الجسر قرب السوق القديم مغلق أمام السير."
            ),
            1,
        ),
    ],
)
def test_whose_lawyer_speaks_does_not_speak(text: str, many: int) -> None:
    found = timeline(report(text, "2023-05-17")).events
    statements = [event for event in found if event.kind is Kind.ANNOUNCEMENT]
    assert len(statements) <= many
    assert all(len(event.evidence) == 1 for event in statements) is (many > 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A raid hit a bakery in Idlib. It took place on 3 May 2016.", ["2016-05-03"]),
        ("قصفت طائرات مستشفى في إدلب. ووقع القصف في 17 نيسان 2017.", ["2017-04-17"]),
        ("A raid hit a clinic in Idlib. A raid took place there on 17 April 2017.", ["2017-04-17", "../2023-05-17"]),
        (
            "A raid hit a clinic in Idlib.\nThe sun shone.\nThe raid of 17 April 2017 killed nine.",
            ["2017-04-17", "../2023-05-17"],
        ),
    ],
)
def test_only_what_says_that_it_took_place_dates_a_story_long_ago(text: str, found: list[str]) -> None:
    assert [event.when.edtf for event in told(text) if event.when is not None] == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A strike hit a school in Sirte on Monday. The school was hit by a strike, and then by another strike.", 1),
        ("A strike hit a school in Sirte on Monday. The school was hit by another strike.", 2),
    ],
)
def test_one_that_another_one_followed_is_not_itself_the_other(text: str, number: int) -> None:
    assert len(told(text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Planes attacked a camp in Sirte on Monday. The bombings began at noon.", 1),
        ("Planes attacked a camp in Sirte on Monday. Bombings killed nine in Derna.", 2),
    ],
)
def test_a_noun_of_action_in_the_plural_stands_for_what_was_told(text: str, number: int) -> None:
    assert len(told(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        "Qatar condemned on Tuesday the bombing of a camp in Sirte.\nIt rained.\nThe incident occurred on Monday.",
        "نددت قطر الثلاثاء بقصف مخيم في سرت.\nوقد حدث القصف يوم الاثنين.",
    ],
)
def test_what_a_statement_opens_with_takes_the_day_on_which_the_incident_occurred(text: str) -> None:
    found = [event for event in told(text) if event.kind is Kind.OCCURRENCE]
    assert [event.when.edtf for event in found if event.when is not None] == ["2023-05-15"]
    assert len(found[0].evidence) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Raids killed 47 rebels in Sirte on Monday. Shells hit a camp in Sirte, and 47 of the militia were killed.",
            1,
        ),
        (
            "Raids killed 47 rebels in Sirte on Monday. Shells hit a camp in Derna, and 47 of the militia were killed.",
            2,
        ),
    ],
)
def test_as_many_dead_are_the_same_where_nothing_says_that_they_are_others(text: str, number: int) -> None:
    assert len(told(text)) == number


def test_a_convoy_that_was_put_off_did_not_enter() -> None:
    found = told(
        "دخلت قافلة مساعدات حلب الثلاثاء. وأعلن الهلال الأحمر الاثنين إرجاء قافلة المساعدات التي كان مقررا أن تدخل حلب."
    )
    entered = next(event for event in found if event.when is not None and event.when.edtf == "2023-05-16")
    assert not any("إرجاء" in piece.exact for piece in entered.evidence)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A quake shook the coast of the Mediterranean on Monday. A school in Sirte was destroyed, too.", 1),
        ("A quake shook Benghazi on Monday. A school in Derna was destroyed, too.", 2),
    ],
)
def test_a_sea_is_no_other_place_than_a_town_by_it(text: str, number: int) -> None:
    assert len(told(text)) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The raid of 3 May hit a clinic in Darfur. The Mossad published a film of a hut that was hit in the raid.",
            ["../2023-05-17", "2023-05-03"],
        ),
        ("The raid of 3 May hit a clinic in Darfur. A nurse lost a ring in the raid.", ["2023-05-03"]),
        (
            "قصفت طائرات مخيم الطيرة الاثنين. ونشر الموساد صورا لخيمة قال إنها أصيبت بالقصف.",
            ["../2023-05-17", "2023-05-15"],
        ),
        ("قصفت طائرات مخيم الطيرة الاثنين. وقتل طفلان خلال القصف.", ["2023-05-15"]),
    ],
)
def test_only_what_was_done_in_a_happening_itself_is_of_its_day(text: str, days: list[str]) -> None:
    found = timeline(report(text, "2023-05-17")).events
    assert sorted({event.when.edtf for event in found if event.when}) == days
