"""Names that are words too, or of two places: what stands around them and in the report tells."""

from __future__ import annotations

import pytest

from seeds.load import gazetteer

KNOWN = gazetteer()


def found(text: str) -> list[str]:
    return [hit.id for hit in KNOWN.find(text)]


@pytest.mark.parametrize(
    "text, ids",
    [
        # behind a preposition, in a report that names the country
        ("وصلوا إلى حماة قادمين من دمشق", ["hama", "damascus"]),
        ("في درعا السورية من سوريا", ["daraa", "syria"]),
        ("في الميادين شرق دير الزور", ["mayadin", "deir-ez-zor"]),
        ("في صفاقس ثم إلى سوسة", ["sfax", "sousse"]),
        ("من الدار البيضاء إلى وجدة في المغرب", ["casablanca", "oujda", "morocco"]),
        ("بعد أن بلغ سيول في كوريا الجنوبية", ["south-korea"]),
        ("وصل إلى سيول من كوريا الجنوبية", ["seoul", "south-korea"]),
        ("في الرياض وجدة", ["riyadh", "jeddah"]),
        ("في القائم من مدن العراق", ["al-qaim", "iraq"]),
        # beside another place of that country
        ("قصفت حمص وحماة", ["homs", "hama"]),
        ("غارات على صور والنبطية", ["tyre", "nabatieh"]),
        ("سيطرت على الباب ومنبج", ["al-bab", "manbij"]),
        ("سيطروا على الحديدة وإب", ["hodeidah", "ibb"]),
        # one name, two places
        ("اشتباكات في طرابلس ومصراتة", ["tripoli", "misrata"]),
        ("من طرابلس إلى بيروت", ["tripoli-lebanon", "beirut"]),
        ("from Tripoli to Beirut", ["tripoli-lebanon", "beirut"]),
        ("in Tripoli and Benghazi", ["tripoli", "benghazi"]),
        ("وصل إلى الرياض ثم غادر المملكة", ["riyadh", "saudi-arabia"]),
    ],
)
def test_company_tells_what_a_name_means(text: str, ids: list[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    "text, ids",
    [
        ("في طرابلس أمس", []),
        ("طرابلس بين بنغازي وبيروت", ["benghazi", "beirut"]),
        ("هم حماة الوطن في سوريا", ["syria"]),
        ("نشرت صور من بيروت", ["beirut"]),
        ("في صور التقطت ببيروت", ["beirut"]),
        ("فتح الباب أمام المفاوضات في دمشق", ["damascus"]),
        ("بحجة الحرب في اليمن", ["yemen"]),
        ("المدى القصير في سوريا", ["syria"]),
        ("وصلوا إلى حماة", []),
        # what only bears the name of a place
        ("اتفاق الطائف وبنك الرياض ونادي برشلونة ودوري آسيا", ["fc-barcelona"]),
        ("بعد اتفاق الطائف في الطائف", ["taif"]),
        ("رأس المملكة الحيوانية", []),
        ("البحرين الأحمر والمتوسط", ["red-sea"]),
        ("غادر المملكة أمس", []),
    ],
)
def test_without_company_a_word_stays_a_word(text: str, ids: list[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    "text, id",
    [
        ("وافقت حماس على وقف النار في غزة", "hamas"),
        ("قصف القسام موقعا قرب رفح", "qassam-brigades"),
        ("The STC seized Aden", "stc"),
        ("مجلس السيادة في الخرطوم", "sovereignty-council"),
        ("قال علي صالح في صنعاء", "ali-abdullah-saleh"),
        ("الشرطة الاتحادية في الموصل", "iraqi-federal-police"),
    ],
)
def test_an_actor_by_its_everyday_name_needs_its_country(text: str, id: str) -> None:
    assert id in found(text)
    assert found(text.split(" in ")[0].split(" في ")[0].replace(" Aden", "").split(" قرب ")[0]) == []


def test_with_zeal_is_no_movement() -> None:
    assert found("شاركوا بحماس في رفح") == ["rafah"]
