"""Places with a foreign name, by what stands beside it; and words that only look so."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import read
from timeline_core.model.entry import PLACE


def places(text: str) -> list[str]:
    """The words of each place."""
    return [hit.span.of(text) for hit in read(text).named if hit.category == PLACE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # behind a noun of place
        ("وقع الحادث في منطقة كفيورد ليلا.", ["كفيورد"]),
        ("زار الوفد إقليم ستيفنسبورغ أمس.", ["ستيفنسبورغ"]),
        ("أبحرت السفينة في خليج كفيورد.", ["كفيورد"]),
        ("وقع الحادث في منطقة جبلية ليلا.", []),
        ("وقع الحادث في منطقة مزدحمة ليلا.", []),
        ("عادت المنطقة كفيورد.", []),
        # behind who rules it
        ("وصل ملك ستيفنسبورغ إلى الميناء.", ["ستيفنسبورغ"]),
        ("وصل ملك كفيورد ستيفنسون إلى الميناء.", []),
        ("وصل ملك محمد إلى الميناء.", []),
        # in a known place, as the words say
        ("ولد الرسام في أوترخت في هولندا.", ["أوترخت", "هولندا"]),
        ("نشر الخبر في تويتر في هولندا.", ["هولندا"]),
        ("عمل الرسام في شركة في هولندا.", ["هولندا"]),
        # on the way from one to the other
        ("انتقل المعرض من أوترخت إلى القاهرة.", ["أوترخت", "القاهرة"]),
        ("انتقل المعرض من القاهرة إلى أوترخت.", ["القاهرة", "أوترخت"]),
        ("انتقل من عمل إلى القاهرة.", ["القاهرة"]),
        # in a list of places
        ("زار الوفد باريس وليون ومرسيليا.", ["باريس", "ليون", "مرسيليا"]),
        ("زار الوفد باريس وكتب رسالة.", ["باريس"]),
        ("زار الوفد باريس وكفيورد.", ["باريس"]),
    ],
)
def test_what_stands_beside_a_foreign_name_shows_a_place(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سافر الوفد من الرباط إلى باريس.", ["الرباط", "باريس"]),
        ("سافر الوفد من باريس إلى الرباط.", ["باريس", "الرباط"]),
        ("The coach went from Reading to London.", ["London"]),
        ("انتقل المخرج من صور إلى أفلام.", []),
        # of names with an article only those that a state has of which the text names a place
        ("رصف الطريق من الحبيلين وصولا إلى بلدة شبام في اليمن.", ["الحبيلين", "شبام", "اليمن"]),
        ("نقلت الأشجار من الحديدة إلى الحبيلين.", ["الحديدة", "الحبيلين"]),
        ("نقلت الأشجار من باريس إلى الحبيلين.", ["باريس"]),
        ("نقل العمال من الخزانة وصولا إلى الحديدة.", ["الحديدة"]),
        ("تحول الخيط من الرباط إلى العقدة.", []),
    ],
)
def test_a_way_between_two_places_makes_one_of_a_word(text: str, found: list[str]) -> None:
    assert places(text) == found


def test_a_state_joined_to_states_is_one_where_a_town_has_its_name_too() -> None:
    assert [hit.id for hit in read("اتفقت الكويت والبحرين وعمان.").named] == ["kuwait", "bahrain", "oman"]
    assert [hit.id for hit in read("زار الوفد دمشق وعمان.").named] == ["damascus"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the name of a club too, or of few people: behind «في» it is the town, where it is no word
        ("اعتقل رجلان في مانشستر أمس.", ["مانشستر"]),
        ("تغلب الفريق على مانشستر أمس.", []),
        ("بلغت كلفة المشروع بليون دولار.", []),
    ],
)
def test_a_foreign_name_behind_a_preposition_of_place_is_a_town(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(("name", "found"), [("أوش", False), ("أوشة", False), ("كفيورد", True)])
def test_such_a_name_has_four_letters_at_least(name: str, *, found: bool) -> None:
    assert bool(places(f"وقع الحادث في منطقة {name} ليلا.")) is found


def test_such_a_name_has_two_words_at_most() -> None:
    words = ["كفيورد", "ستيفنسون", "ساندياتا"]
    assert places(f"وقع الحادث في منطقة {' '.join(words)} ليلا.") == [" ".join(words[:2])]


@pytest.mark.parametrize(("second", "found"), [("مرسيليا", True), ("كورت", False)])
def test_one_of_a_list_has_fifteen_thousand_people(second: str, *, found: bool) -> None:
    assert (second in places(f"زار الوفد باريس و{second}.")) is found
