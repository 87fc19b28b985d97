"""One person by several names of one text, and words beside a name that are none of it."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import persons, read
from tests.core.names.test_thresholds import actors
from timeline_core.model.entry import ACTOR


def ids(text: str) -> list[str]:
    """The id of each place where somebody is named."""
    return [hit.id for hit in read(text).named if hit.id.startswith("person:")]


@pytest.mark.parametrize(
    "text",
    [
        "قال مولود أرسلان أوغلو إن السد جاهز. ووصل أرسلان أوغلو مساء.",
        "عاد الأمير نواف بن ماجد بن سعود مساء. ثم تحدث نواف بن ماجد إليهم.",
        "عاد الدكتور علاء بن عبدالله القرشوبي مساء. وقال الدكتور علاء القرشوبي إنه ناجح.",
        "Omar Adel Haddad came on Monday. Later Omar Haddad left.",
    ],
    ids=["surname of two words", "grandfather left out", "father left out", "middle name left out"],
)
def test_a_shorter_name_is_the_one_person_of_the_longer(text: str) -> None:
    assert len(ids(text)) > 1
    assert len({*ids(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قال أحمد محمد القرشوبي إن السد جاهز. ووصل محمد القرشوبي مساء.",
        "وصل الأمير نواف بن ماجد بن سعود والأمير نواف بن ماجد بن تركي. وغادر نواف بن ماجد مساء.",
    ],
    ids=["his father", "one of two"],
)
def test_a_shorter_name_that_may_be_another_one_stays_apart(text: str) -> None:
    assert len({*ids(text)}) > 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("خسر الفريق وعود زيكار في الملعب. ثم عاد زيكار.", []),
        ("نبه المستشار الخاص لرئيس غامبريا، ونائبه.", []),
        ("انتظر الشيخ طويلا حتى الآن بصمت.", []),
        ("لكل أسرة حياة كريمة في القرية.", []),
        ("غنى الجيران عيد ميلاد سعيد للجد.", []),
        ("شكر الملك سالم بن عبدالعزيز آل سعود برقية الوفد.", ["سالم بن عبدالعزيز آل سعود"]),
        ("وصل ضحايا من أسرة بن لادن أمس.", []),
        ("قال الرئيس الفرنسي فرنسوا هولاند «ضيف الحفل» إنه سعيد.", ["فرنسوا هولاند"]),
        ("قال جورج دبليو بوش إن المبنى قديم.", ["جورج دبليو بوش"]),
        ("غاب الرئيس جون إف كينيدي عن الحفل.", ["جون إف كينيدي"]),
    ],
    ids=["deeds of a team", "glued to an office", "adverb", "noun and adjective", "birthday", "telegram", "family"]
    + ["opened by a mark", "initial", "initial behind a title"],
)
def test_words_beside_a_name_are_no_part_of_it(text: str, found: list[str]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال المشرف على الفريق علي بن سالم القرشوبي إن الفريق جاهز.", ["علي بن سالم القرشوبي"]),
        ("قال مدير المهرجان سالم القرشوبي إن المهرجان طويل.", ["سالم القرشوبي"]),
        ("وصل الكاتب سالم القرشوبي. وشكر العامل الكاتب الجيران.", ["سالم القرشوبي"]),
        ("وصل الشاعر سالم القرشوبي. وأغلقت جائزة الشاعر أمس.", ["سالم القرشوبي"]),
        ("وصل الشاعر سالم القرشوبي. وغنى الشاعر أمس.", ["سالم القرشوبي", "الشاعر"]),
        ("قام الفريق الذي أشرف عليه بالعمل.", []),
    ],
    ids=["a team", "what he is head of", "describes the noun before", "a prize of it", "the title", "a verb"],
)
def test_only_a_title_stands_for_whom_the_text_called_so(text: str, found: list[str]) -> None:
    assert actors(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The club chose Karim M. Mansour on Monday.", ["Karim M. Mansour"]),
        ("The club chose Karim M. Later he sang.", ["Karim M"]),
        ("The club chose Karim Mansour. Omar Haddad sang.", ["Karim Mansour", "Omar Haddad"]),
    ],
)
def test_an_initial_with_its_stop_goes_on(text: str, found: list[str]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("They thanked the prime minister, Karim Mansour. The prime minister sang.", True),
        ("They thanked protesters, Karim Mansour sang. The protesters danced.", False),
        ("شكروا المتظاهرين، كريم منصور رقص. ونام المتظاهرون.", False),
    ],
)
def test_only_an_office_is_held(text: str, *, same: bool) -> None:
    assert (len({hit.id for hit in read(text).named}) == 1) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وافق المجلس الأعلى للري (م أ ر) على السد. وقال م أ ر إنه كبير.", ["المجلس الأعلى للري", "م أ ر", "م أ ر"]),
        ("أضربت جمعية صناع السجاد (جصس). وانتقدت جصس المالك.", ["جمعية صناع السجاد", "جصس", "جصس"]),
        ("أضربت جمعية صناع السجاد (أمس). وقالت أمس ذلك.", ["جمعية صناع السجاد"]),
        ("أضربت جمعية صناع السجاد (جص). وقالت جص ذلك.", ["جمعية صناع السجاد"]),
    ],
    ids=["letters apart", "one word", "a word in brackets", "two letters"],
)
def test_letters_that_begin_the_words_of_a_name_are_its_abbreviation(text: str, found: list[str]) -> None:
    named = [hit for hit in read(text).named if hit.category == ACTOR]
    assert [hit.span.of(text) for hit in named] == found
    assert len({hit.id for hit in named}) == 1
