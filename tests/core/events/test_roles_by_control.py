"""Who does what only an action, a verb without tense or a pronoun tells; and names that somebody keeps away from."""

import pytest

from tests.core.events.test_roles_by_valency import DAY, told
from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # an action that a pronoun owns
        ("غادر الجيش المصري الميناء بعد قصفه المنارة أمس.", {"agent: egyptian-army"}),
        ("أغلقت حركة حماس المعبر بعد إطلاقها صواريخ أمس.", {"agent: hamas"}),
        ("خسرت السعودية المباراة رغم تسجيلها هدفين أمس.", {"agent: saudi-arabia"}),
        ("Hezbollah closed the port after its raid on the village on Friday.", {"agent: hezbollah"}),
        # a verb without tense beside the verb
        ("The Houthis left the port after looting its stores on Friday.", {"agent: houthis"}),
        ("Before shelling the lighthouse on Friday Hezbollah closed the port.", {"agent: hezbollah"}),
        # forces of those who are spoken for
        ("أعلن المتحدث باسم الجيش المصري أن قواته أغلقت الميناء أمس.", {"agent: egyptian-army"}),
        ("The command of the Egyptian army said its troops had mined the port on Friday.", {"agent: egyptian-army"}),
        ("أكدت قيادة حزب الله أن عناصرها انسحبوا أمس.", {"agent: hezbollah"}),
        # a name that somebody keeps away from
        ("أغلق ما يعرف بالحشد الشعبي الجسر أمس.", {"agent: pmf"}),
        ("نهب تنظيم ما يسمى الدولة الإسلامية المتحف أمس.", {"agent: isis"}),
        ("غادر التنظيم المعروف باسم داعش القلعة أمس.", {"agent: isis"}),
        # what began, with those who are between its words
        ("Since talks between Iran and Oman began in July, prices have fallen.", {"agent: iran", "agent: oman"}),
        ("Talks between Iran and the World Food Programme, or WFP, began on Friday.", {"agent: iran", "agent: wfp"}),
    ],
)
def test_who_is_meant_does_it(text: str, roles: set[str]) -> None:
    every = {f"{role}: {id.removeprefix('body:')}" for event in events(text, DAY) for role, id in event.roles}
    assert every | told(text) >= roles


@pytest.mark.parametrize(
    "text",
    [
        # it is of another gender, or of nobody who is named
        "غادر الجيش المصري الميناء بعد قصفها المنارة أمس.",
        "غادر الجيش المصري الميناء بعد قصف المنارة أمس.",
        "The port was closed by the Egyptian army after its collapse on Friday.",
    ],
)
def test_nobody_is_meant_where_it_is_not_sure(text: str) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf in ("2023-05-19",)]
    assert not [role for event in dated for role, _ in event.roles if role == "agent"]


@pytest.mark.parametrize(
    "text",
    [
        "أوضح الناطق كريم منصور أن الحارس كان عند الباب، ولكن لصا طعنه أمس.",
        "قال المتحدث باسم البلدية كريم منصور إن رجلا هاجمه كلب أمس.",
        "ذكر كريم منصور أن السائق توقف، ثم اعتقلته الشرطة أمس.",
        "A spokeswoman, Salma Mansour, said the driver stopped, and a thief stabbed him on Friday.",
        "Karim Mansour said the guard was asleep, and the police arrested him on Friday.",
        "The spokesman, Karim Mansour, said on Friday that the police had arrested him.",
    ],
)
def test_a_pronoun_stands_for_nobody_beside_whom_another_is_told_of(text: str) -> None:
    assert not [role for event in events(text, DAY) for role, id in event.roles if role == "patient" and "mnsr" in id]


def test_a_pronoun_stands_for_the_one_who_is_told_of() -> None:
    assert "patient: karim.mnsr" in told("عاد كريم منصور إلى بيته، واعتقلته الشرطة أمس.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أقر وزير الزراعة كريم منصور بأن المحصول تلف.", "announcement"),
        ("أقر كريم منصور أن الأموال سرقت.", "announcement"),
        ("أقرت الشركة بأنها أخطأت.", "announcement"),
        ("أقر البرلمان المصري الموازنة.", "occurrence"),
    ],
)
def test_owning_up_is_a_statement(text: str, kind: str) -> None:
    assert {event.kind.value for event in events(text, DAY)} <= {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on the leak on Friday.",
        "The coach refused to comment on Friday.",
        "امتنع المدرب عن التعليق على النتيجة أمس.",
        "اعتذر النادي عن الإدلاء بأي تصريح أمس.",
        "The wind reached 70 knots in Sohar on Friday.",
        "The heat rose to 48 degrees in Basra on Friday.",
        "بلغت الحرارة 48 درجة في البصرة أمس.",
        "سجلت البصرة 48 درجة مئوية أمس.",
        "The singer Karim Mansour turned 60 on Friday.",
        "أكمل الشاعر كريم منصور عامه الستين أمس.",
    ],
)
def test_readings_ages_and_refused_comments_are_no_happenings(text: str) -> None:
    assert not events(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to renew the licence on Friday.",
        "Two boats rose to the surface off Sohar on Friday.",
        "سجلت البصرة هدفين أمس.",
        "The army turned 60 villagers away on Friday.",
        "أكمل الشاعر كريم منصور ديوانه الستين أمس.",
    ],
)
def test_what_is_done_with_such_verbs_happened(text: str) -> None:
    assert events(text, DAY)
