"""A definite noun stands for the organisation that it is the head of, and else for none; and how far a name goes."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import organisations, read


def meant(text: str, noun: str) -> list[str]:
    """Whom the noun stands for, each place of it, by the first words that the text has for them."""
    hits = read(text).named
    first = {hit.id: hit.span.of(text) for hit in reversed(hits)}
    return [first[hit.id] for hit in hits if hit.span.of(text) == noun]


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("صفق رئيس الاتحاد القاري للتنس، ثم غادر الاتحاد.", "الاتحاد", "الاتحاد القاري للتنس"),
        # a club of that name is another one
        ("صفق رئيس الاتحاد السعودي لكرة الماء. وسيختار الاتحاد لونا.", "الاتحاد", "الاتحاد السعودي لكرة الماء"),
        ("رفضت الهيئة العامة للمراعي الطلب، وشكرت الهيئة الوفد.", "الهيئة", "الهيئة العامة للمراعي"),
        ("غنت وزارة الصحة المغربية. ورقصت الوزارة مساء.", "الوزارة", "وزارة الصحة المغربية"),
        ("شكر المجلس الأعلى للري الرعاة. وغنى المجلس اليوم.", "المجلس", "المجلس الأعلى للري"),
        # the head is in the list of names alone
        ("غنى حزب الله. ورقص الحزب.", "الحزب", "حزب الله"),
        ("The Tunisian oil ministry sang. The ministry spokesman danced.", "ministry", "Tunisian oil ministry"),
        ("The Coastal Union of Kite Makers sang. The union danced.", "union", "Coastal Union of Kite Makers"),
        ("The Kite Rules Commission sang. Men of the commission danced.", "commission", "Kite Rules Commission"),
    ],
)
def test_a_definite_noun_stands_for_the_organisation_that_it_heads(text: str, noun: str, who: str) -> None:
    assert meant(text, noun) == [who]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        # before any was named, or another one is meant
        ("غنت الوزارة. ورقصت وزارة الصحة المغربية.", "الوزارة"),
        ("غنت وزارة الصحة المغربية. ورقصت الوزارة الجديدة.", "الوزارة"),
        ("غنت وزارة الصحة المغربية. ورقصت الوزارة التي تعنى بالخيل.", "الوزارة"),
        ("غنى الاتحاد القاري للتنس. ورقص اتحاد الجيران.", "اتحاد"),
        # two were named with that head
        ("غنى الاتحاد القاري للتنس والاتحاد القاري للشراع. ورقص الاتحاد.", "الاتحاد"),
        # a noun of other senses, where the text calls nobody so
        ("غنت حماس في غزة، وشلت الحركة هناك.", "الحركة"),
        ("Hezbollah sang in Beirut. The party ended late.", "party"),
        ("The Moroccan health ministry sang. The ministry of kites danced.", "ministry"),
        ("The Moroccan health ministry sang. The ministry hall burned.", "ministry"),
        ("The Moroccan health ministry sang. A ministry danced.", "ministry"),
        ("The Moroccan health ministry sang. The company danced.", "company"),
    ],
)
def test_where_it_can_stand_for_none_or_two_it_stands_for_none(text: str, noun: str) -> None:
    assert meant(text, noun) == []


def test_a_club_that_the_text_introduces_keeps_its_name() -> None:
    text = "غنى الاتحاد القاري للتنس. ورقص نادي الاتحاد. ثم نام مدرب الاتحاد."
    assert {hit.id for hit in read(text).named if hit.span.of(text).endswith("الاتحاد")} <= {"al-ittihad-jeddah"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شكرت الهيئة العامة للمراعي والمياه الرعاة.", ["الهيئة العامة للمراعي والمياه"]),
        ("شكر الاتحاد القاري لصيد البحر والنهر الجيران.", ["الاتحاد القاري لصيد البحر والنهر"]),
        ("شكرت الهيئة العامة للتراث البحري الرعاة.", ["الهيئة العامة للتراث البحري"]),
        ("رقصت اللجنة المحلية للمراعي مساء.", ["اللجنة المحلية للمراعي"]),
        # another body, or those who did it too; the adjective of a state, or an object
        ("شكرت الهيئة العامة للتراث المغربي الرعاة.", ["الهيئة العامة للتراث"]),
        ("شكرت الهيئة العامة للمراعي الوفد.", ["الهيئة العامة للمراعي"]),
        ("شكرت الهيئة العامة للمراعي والشرطة الرعاة.", ["الهيئة العامة للمراعي"]),
        ("شكرت الهيئة العامة للمراعي والجمعية الرعاة.", ["الهيئة العامة للمراعي"]),
        # longer than a name that a list has
        ("غنى الاتحاد السعودي لكرة الماء مساء.", ["الاتحاد السعودي لكرة الماء"]),
        ("غنى الاتحاد السعودي مساء.", []),
    ],
)
def test_what_a_body_is_for_belongs_to_its_name(text: str, found: list[str]) -> None:
    assert organisations(text) == found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # a list has it under an id of its own, or it is made of its state and kind
        ("غنى الجيش المصري. ورقص الجيش.", ["egyptian-army", "egyptian-army"]),
        ("غنت القوات البرية المغربية. ورقصت القوات البرية.", ["body:morocco:land-forces"] * 2),
        ("The Egyptian armed forces sang. The armed forces danced.", ["egyptian-army", "egyptian-army"]),
        ("غنت الشرطة المغربية. ورقصت الشرطة.", ["body:morocco:police"] * 2),
        # the one that is named most, and last
        ("غنى الجيش المصري وغنى الجيش التركي. ثم غنى الجيش المصري. ورقص الجيش.", ["egyptian-army"] * 2),
        # before it is named, or two are; gunmen may be others
        ("رقص الجيش. ثم غنى الجيش المصري.", ["some:army", "egyptian-army"]),
        ("غنى الجيش المصري والجيش التركي. ورقص الجيش.", ["turkish-forces", "some:army"]),
        ("The Free Syrian Army sang. The army danced.", ["free-syrian-army", "some:army"]),
    ],
)
def test_a_body_without_its_state_is_that_of_its_kind_of_which_the_text_speaks(text: str, ids: list[str]) -> None:
    assert [hit.id for hit in read(text).named][-2:] == ids


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Mr Mason sang. Mr Mosen danced.", 2),
        ("Mr Mason sang. Mr Mason danced.", 1),
        ("غنى الرئيس كلينتون. ورقص السيد كلنتون.", 1),
        ("غنى السيد كرم. ورقص السيد كريم.", 2),
    ],
)
def test_two_spellings_in_one_script_are_two_persons_but_for_a_letter_of_a_foreign_name(text: str, many: int) -> None:
    assert len({hit.id for hit in read(text).named if hit.id.startswith("some:")}) == many
