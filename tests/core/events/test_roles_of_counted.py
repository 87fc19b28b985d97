"""Whoever is counted as killed, hurt or held has that part in the happening, wherever in its words it is told."""

import pytest

from tests.core.words import events


def told(text: str) -> set[str]:
    """Role and actor of all that the report tells."""
    return {f"{role}: {id.split(':')[-1]}" for event in events(text, "2023-05-20") for role, id in event.roles}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # what came of it
        ("سقطت صخرة على الثكنة أمس ما أسفر عن وفاة 14 من عناصر البيشمركة.", {"patient: peshmerga"}),
        ("A wall fell on the barracks on Friday, which led to the death of 14 Peshmerga.", {"patient: peshmerga"}),
        # those of whom they are some
        ("لقي سبعة أشخاص من البيشمركة حتفهم أمس في انهيار ثلجي.", {"patient: peshmerga"}),
        ("قتل أربعة رجال من حزب الله أمس في انهيار منجم.", {"patient: hezbollah"}),
        ("قتل 6 من حزب الله إثر انفجار لغم غرب المدينة أمس.", {"patient: hezbollah"}),
        # a number behind an action has its noun in one group with it, and no verb takes that for its object
        ("أمرت المحكمة أمس بإعدام أربعة جنود.", {"agent: court", "patient: soldiers"}),
        # a nationality that has a plural of its own
        ("قتل ثلاثة جنود أفغان أمس في انهيار جسر.", {"patient: soldiers"}),
        # a statement is only about them
        ("أعلنت بلدية صور أمس وفاة اثنين من عناصر البيشمركة.", {"other: peshmerga"}),
        # who did it keeps his part, and nobody has one in a deed that is only charged
        ("قتل جنود أتراك ثلاثة رعاة أمس.", {"agent: soldiers"}),
        ("A court jailed a baker on Friday for killing two soldiers.", {"agent: court"}),
    ],
)
def test_who_is_counted_has_a_part(text: str, roles: set[str]) -> None:
    assert told(text) == roles


def test_a_deed_behind_a_comma_goes_on_with_what_is_said() -> None:
    text = "قال الطبيب إن البيشمركة أغلقت الجسر أمس، واعتقلت ثلاثة رعاة."
    assert told(text) >= {"agent: peshmerga"}
    assert not any("patient" in one and "peshmerga" in one for one in told(text))
