"""What the preposition of a verb, the case of a noun, or a number by itself says of who did it, and to whom."""

import pytest

from tests.core.words import events
from timeline_core.model.actor_role import ActorRole, in_roles

DAY = "2023-05-20"


def told(text: str) -> set[str]:
    """Role and actor of all that the report tells, without what actors of no list are called in ids."""
    return {f"{role}: {id.split(':')[-1]}" for event in events(text, DAY) for role, id in event.roles}


def counted(text: str) -> set[tuple[str, int]]:
    return {(figure.what, figure.low) for event in events(text, DAY) for figure in event.figures}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a verb whose own preposition leads to whom it is done is active
        ("أفرجت حركة حماس عن سائق أمس.", {"agent: hamas"}),
        ("أفرج عن عنصر من حركة حماس أمس.", {"patient: hamas"}),
        ("قبض حزب الله أمس على سائق.", {"agent: hezbollah"}),
        # what is laid upon somebody, and what is against him
        ("فرضت السعودية أمس رسوما على الحوثيين.", {"agent: saudi-arabia", "patient: houthis"}),
        ("أطلق حزب الله أمس النار على حاجز للحوثيين.", {"agent: hezbollah", "patient: houthis"}),
        ("بدأ حزب الله أمس حملة ضد الحوثيين.", {"agent: hezbollah", "patient: houthis"}),
        ("Hezbollah carried out an operation against the Houthis on Friday.", {"agent: hezbollah", "patient: houthis"}),
        ("تحدث حزب الله أمس عن خطته ضد الحوثيين.", {"speaker: hezbollah", "other: houthis"}),
        # what acts belongs to somebody
        ("قصفت سفينة تابعة للحوثيين أمس موقعا لحزب الله.", {"agent: houthis", "patient: hezbollah"}),
        ("قصفت جماعات عصائب أهل الحق الموالية لحزب الله أمس الجسر.", {"agent: asaib-ahl-al-haq"}),
        # a number by itself stands for those that it counts
        ("أصيب سبعة من عناصر حزب الله أمس.", {"patient: hezbollah"}),
        # a noun of people spelt like an adjective has its owner behind it
        ("جرح راع برصاص مسلحي حزب الله أمس.", {"agent: hezbollah"}),
        ("خطف مقاتلو حزب الله راعيا أمس.", {"agent: hezbollah"}),
        # an object by its case belongs to no noun before it
        ("أصاب هجوم بقذيفة أمس حاجزا لحزب الله.", {"patient: hezbollah"}),
        ("أصاب لغم أمس حاجزا جديدا لحزب الله.", {"patient: hezbollah"}),
        # deeds that are counted are those of who did them
        ("أصابت ضربات تركية أمس موقعا لحزب الله.", {"agent: turkey", "patient: hezbollah"}),
        ("أصابت ضربة تركية أمس موقعا لحزب الله.", {"agent: turkey", "patient: hezbollah"}),
        # "he" of a body, where no person is named
        ("قال حزب الله إنه هاجم الحوثيين أمس.", {"agent: hezbollah", "patient: houthis"}),
    ],
)
def test_who_did_it_and_to_whom(text: str, roles: set[str]) -> None:
    assert told(text) >= roles
    assert not {one for one in told(text) - roles if one.startswith(("agent", "patient"))}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("جرح قناص معلما أمس عند الجسر.", {("wounded", 1)}),
        ("قتل معلم غدرا أمس عند الجسر.", {("killed", 1)}),
        ("ارتفع عدد قتلى الحريق إلى 17 والمصابين إلى 90 أمس.", {("killed", 17), ("wounded", 90)}),
        ("جرح معلم أمس وقتل آخر عند الجسر.", {("wounded", 1), ("killed", 1)}),
    ],
)
def test_how_many(text: str, figures: set[tuple[str, int]]) -> None:
    assert counted(text) == figures


def test_a_feminine_body_is_no_he() -> None:
    (event,) = events("قالت حركة حماس إنه قصف الجسر أمس.", DAY)
    assert not in_roles(event.roles, ActorRole.AGENT)


def test_who_is_told_of_beside_it_did_not_do_it() -> None:
    roles = told("قتل أربعة من حزب الله أمس في مركبهم، فيما لا تزال الشرطة الأردنية تجمع الحطام.")
    assert "patient: hezbollah" in roles
    assert not any(one.startswith("agent") for one in roles)
