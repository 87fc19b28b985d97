"""Organisations with a foreign name, by the noun before it."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import bodies, read
from tests.core.names.test_places import places


def named(text: str) -> list[str]:
    """The words of each organisation that no list knows."""
    return [words for id, words in bodies(text) if id.startswith("body:") and id.count(":") == 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أعلنت شركة كفيورد أرباحها.", ["شركة كفيورد"]),
        ("فاز نادي ستيفنسبورغ على ضيفه.", ["نادي ستيفنسبورغ"]),
        ("كتبت صحيفة ميتشكوفسكي عن القمة.", []),
        ("تصدى حارس ستيفنسبورغ للكرة.", ["ستيفنسبورغ"]),
        ("وصل إلى جامعة دمشق أمس.", ["جامعة دمشق"]),
        ("سافر مع شركة سياحية أمس.", []),
        ("أعلنت شركة فرنسية الخبر.", []),
        ("قرر فريق التحقيق العودة.", []),
        ("اتهم حارس السجن زميله.", []),
        ("زار شركة محمد القحطاني.", ["شركة محمد القحطاني"]),
    ],
)
def test_a_noun_introduces_the_foreign_name_of_an_organisation(text: str, found: list[str]) -> None:
    assert named(text) == found


def test_what_was_introduced_once_is_the_same_in_the_whole_text() -> None:
    text = "خسرت كفيورد أمس. وقالت شركة كفيورد إن الأرباح تراجعت، وأقالت لكفيورد مديرا."
    assert len({id for id, _ in bodies(text)}) == 1
    assert [words for _, words in bodies(text)] == ["كفيورد", "شركة كفيورد", "كفيورد"]


def test_a_town_in_the_name_of_an_organisation_is_no_place() -> None:
    assert not places("درس في جامعة دمشق.")
    assert places("درس في دمشق.")


@pytest.mark.parametrize(
    ("names", "club"), [("كفيورد ستيفنسون", "كفيورد ستيفنسون"), ("كفيورد لونغ ستيفنسون", "كفيورد")]
)
def test_two_foreign_names_behind_that_of_a_club_are_a_person(names: str, club: str) -> None:
    assert named(f"تصدى حارس {names} للكرة.") == [club]


@pytest.mark.parametrize(("name", "found"), [("كيف", False), ("سونج", True)])
def test_a_foreign_name_has_three_letters_at_least(name: str, *, found: bool) -> None:
    assert bool(named(f"أعلنت شركة {name} الخبر.")) is found


def test_a_foreign_name_has_four_words_at_most() -> None:
    words = ["كفيورد", "ستيفنسون", "ساندياتا", "بينينغ", "سونج"]
    assert named(f"أعلنت شركة {' '.join(words)} الخبر.")[0].split() == ["شركة", *words[:4]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("رأى الجميع ساندياتا كيتا هناك.", ["ساندياتا كيتا"]),
        ("غادر كفيورد المدينة. ثم عاد كفيورد مساء.", ["كفيورد", "كفيورد"]),
        ("كان في كفيورد أمس. ثم عاد كفيورد مساء.", []),
        ("باعت كفيورد حصتها. ثم عاد كفيورد مساء.", []),
        ("سجل المهاجم البرازيلي كفيوردو الهدف.", ["كفيوردو"]),
        ("كسبت الشركة البرازيلية كفيوردو الدعوى.", []),
        ("حكى أبو هريدة القصة.", ["أبو هريدة"]),
        ("غادر سهل بن عروة في الصباح.", ["سهل بن عروة"]),
        ("كتب أشرف السعيد المقال.", ["أشرف السعيد"]),
        ("عاد مع عيد ميلاد ابنه.", []),
        ("تغيرت البلاد في عهد الخالدي.", []),
        ("اشترى منهم «كفيورد ستيفنسون» أمس.", []),
        ("باعت كفيورد ستيفنسون حصتها.", []),
        ("حافظ على كامل أراضيه.", []),
        ("كانت متفحمة خنادق القرية.", []),
    ],
)
def test_foreign_names_and_those_of_words_are_told_from_other_words(text: str, found: list[str]) -> None:
    assert [hit.span.of(text) for hit in read(text).named if hit.id.startswith(("person:", "some:"))] == found
