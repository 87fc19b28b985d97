"""Names that what stands beside them tells: guarded ones by their type, an hour that is a state, a town's club."""

from __future__ import annotations

import pytest

from tests.builders import report
from tests.core.names.test_finder import organisations, persons, read
from tests.core.words import known
from timeline_core.events.accounts import named
from timeline_core.events.accounts import read as account
from timeline_core.text.fold import fold


def ids(text: str) -> list[str]:
    return [hit.id for hit in read(text).named]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("صوّر مراسل الجزيرة الحريق، وأوضح للجزيرة أنه أخمد.", ["al-jazeera", "al-jazeera"]),
        ("نزل المطر شمال الجزيرة.", []),
        ("شكر السفير ضيوفه.", []),
        ("كتبت السفير عن الحريق.", ["as-safir"]),
        ("أصيب مهاجم الأهلي، وغاب الأهلي عن الدورة.", ["al-ahly-cairo", "al-ahly-cairo"]),
        ("دعا إلى السلم الأهلي.", []),
        ("أوقف عناصر القاعدة قرب القاعدة البحرية.", ["al-qaeda"]),
        ("هذه القاعدة معروفة، وعناصر القاعدة هربوا.", ["al-qaeda"]),
        ("دخلت الشاحنات القاعدة أمس.", []),
    ],
)
def test_words_of_its_type_introduce_a_guarded_name(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("عاد الوفد من المغرب.", ["morocco"]),
        ("اشترى المغرب القمح.", ["morocco"]),
        ("انتهى الدرس بعد صلاة المغرب.", []),
        ("صلوا معه المغرب في الدار.", []),
        ("جمع بين المغرب والعشاء.", []),
    ],
)
def test_the_hour_of_the_sunset_is_no_state(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("رأت بكين وسيول أن الخطوة صعبة.", ["beijing", "seoul"]),
        ("غمرت الشارع مياه وسيول.", []),
    ],
)
def test_a_capital_joined_to_a_capital_is_one(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_a_town_is_its_club_where_the_text_calls_the_club_by_it() -> None:
    told = "خسر نادي برشلونة، ثم سجل برشلونة هدفا. وعادت البعثة إلى برشلونة."
    assert ids(told) == ["fc-barcelona", "fc-barcelona"]
    assert ids("خسر ريال مدريد، وقالت مدريد إنها تأسف.")[1] == "madrid"
    told = "عاد الوفد إلى بوردو. خسر نادي بوردو، ثم سجل بوردو هدفا."
    assert ids(told) == ["bordeaux", "girondins-bordeaux", "girondins-bordeaux"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a compound whose second word ends names, too
        ("زار عبد الله بن عبد العزيز المعرض.", ["عبد الله بن عبد العزيز"]),
        # a common noun between a sure first name and the end of the phrase
        ("حضر الأستاذ ياسر المنبعث، وغاب غيره.", ["ياسر المنبعث"]),
        ("حضر الدكتور خالد آل مبدع.", ["خالد آل مبدع"]),
        ("حضر الدكتور خالد بن مبدع.", ["خالد بن مبدع"]),
        ("رمموا قلعة الملك خالد الحجرية.", ["الملك خالد"]),
        # a noun and the name of God, behind a title
        ("أوضح المتحدث ذبيح الله مجاهد الأمر.", ["ذبيح الله مجاهد"]),
        ("الرئيس رعاه الله حضر.", []),
        # a first name that is a word, and a stranger, between a saying and an office
        ("قال توم ريندن مدير المصنع إنه تعب.", ["توم ريندن"]),
        ("قال توم للصحفي إنه تعب.", []),
    ],
)
def test_structure_tells_a_person(text: str, found: list[str]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("مدح السيد كلافين الضيف، ثم نام كلافين.", 2),
        ("نال جائزة كلافين، ومدح السيد كلافين الضيف.", 1),
        ("عاش ملك أراديون هنا، وزار أراديون جاره.", 0),
    ],
)
def test_one_name_alone_is_no_thing_called_after_it_and_no_realm(text: str, again: int) -> None:
    assert len([hit for hit in read(text).named if hit.id.startswith("some:")]) == again


@pytest.mark.parametrize(
    ("spelling", "kind", "remote"),
    [("فيشمان", "word", True), ("نوفاك", "word", True), ("يعملان", "word", False), ("برميل", "noun", False)],
)
def test_a_verb_may_be_spelled_like_a_foreign_name(spelling: str, kind: str, *, remote: bool) -> None:
    parser = known().parsers["ar"]
    assert (parser.kind_of(spelling), parser.is_remote(spelling)) == (kind, remote)


def test_a_rare_inflection_is_a_name_where_its_letters_are_foreign() -> None:
    told = named(account(report("r", "أكد فيشمان أن الأمر صعب."), known()), known())
    assert [fold(hit.id) for hit in told.named] == ["some:fcmn"]
    assert not named(account(report("r", "أكد مسؤولان أن الرجلين يعملان هنا."), known()), known()).named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أسسوا شركة لهذا الغرض أمس.", []),
        ("شكلوا لجنة لمعاينة الجسر أمس.", []),
        ("ردت وكالة مكافحة الغش أمس.", ["وكالة مكافحة الغش"]),
    ],
)
def test_a_purpose_is_no_name_of_an_organisation(text: str, found: list[str]) -> None:
    assert organisations(text) == found
