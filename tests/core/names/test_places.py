"""Places that no list knows, by the noun beside them; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import bodies, read
from tests.core.words import known
from timeline_core.model.entry import PLACE
from timeline_core.names.entries import join_entries


def places(text: str) -> list[tuple[str, str]]:
    """Every place of the text: its id, where it is not made of the text itself, and its words."""
    hits = [hit for hit in read(text).named if hit.category == PLACE]
    return [("" if hit.id.startswith("place:") else hit.id, hit.span.of(text)) for hit in hits]


@pytest.mark.parametrize(
    "text, found",
    [
        ("خطفوا خمسة في قرية قاح أمس.", [("", "قاح")]),
        ("دخلوا بلدة تلمنس، ثم انسحبوا من تلمنس.", [("", "تلمنس"), ("", "تلمنس")]),
        ("وقع ذلك بمدينة مرزيفون أمس.", [("", "مرزيفون")]),
        ("وقع ذلك في مدينة «الشرمة» أمس.", [("", "الشرمة")]),
        ("قصفوا مديرية سحار بمحافظة صعدة.", [("", "سحار"), ("saada", "صعدة")]),
        ("استعادوا بلدة بيت صيدون من المسلحين.", [("", "بيت صيدون")]),
        ("في بلدتي تلمنس وحيش قتل خمسة.", [("", "تلمنس"), ("", "حيش")]),
        ("في مدينتي حلب ومرزيفون قتل خمسة.", [("aleppo", "حلب"), ("", "مرزيفون")]),
        ("قصفوا جبل المرحة أمس.", [("", "جبل المرحة")]),
        ("وصل إلى مطار دلتاوة ظهرا.", [("", "مطار دلتاوة")]),
        ("They took the town of Harwick on Monday.", [("", "Harwick")]),
        ("A bomb in Tolvar province killed five.", [("", "Tolvar")]),
        # with the adjective of a state, and as the country that was spoken of
        ("غارات على المحافظات اليمنية أمس.", [("yemen", "المحافظات اليمنية")]),
        ("عبروا إلى الأراضي السورية ليلا.", [("syria", "الأراضي السورية")]),
        ("Shells fell on Turkish territory.", [("turkey", "Turkish territory")]),
        ("قال الجيش الصومالي إن هجوما وقع في وسط البلاد.", [("somalia", "البلاد")]),
        ("أنقذت قوات الأمن التركية خمسة في غربي البلاد.", [("turkey", "البلاد")]),
    ],
)
def test_a_place_is_found_by_the_noun_beside_it(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "عادوا إلى مدينة حدودية وقرية صغيرة وبلدة زراعية.",
        "في مدينة تسيطر عليها القوات وقرية يسكنها مئات وبلدة كانت آمنة.",
        "زاروا مدينة الألعاب ومدينة الملك وقرية الأطفال.",
        "عين في مديرية الأمن ومديرية التربية.",
        "حافظ على ولاية العهد وعلى ولاية ثانية.",
        "المدينة القديمة والقرية المجاورة.",
        "نقل إلى سجن انفرادي ومطار دولي ومخيم صيفي.",
        "هي مدينة تركية وقرية عراقية.",
        "انفجار في مدينة وقتل خمسة.",
        "انتشروا في مدينة بسبب القصف.",
        "the city of the dead and the town of his birth",
        "in this province and in each district",
        # of which country is not known
        "رئيس البلاد بخير.",
        "قال الجيش السوري والجيش التركي إن البلاد بخير في شرق البلاد.",
        # no adjective of what is there
        "في المدن السوري الجميل",
    ],
)
def test_an_adjective_a_verb_and_a_thing_are_no_place(text: str) -> None:
    assert places(text) == []


def test_a_place_lies_in_the_known_one_that_is_named_behind_it() -> None:
    [entry] = [one for one in read("قصفوا مديرية سحار بمحافظة صعدة.").found if one.category == PLACE]
    assert (entry.type, entry.within, entry.names) == ("district", "saada", {"ar": ("سحار",)})


@pytest.mark.parametrize(
    ("text", "id"),
    [
        # the name in Arabic letters stands at a small one abroad alone
        ("زاروا مدينة فالنسيا الإسبانية.", "2509954"),
        ("زاروا مدينة فالنسيا في إسبانيا.", "2509954"),
        # the table has it in Latin letters alone
        ("زاروا بلدة أبو زبد السودانية.", "380348"),
        ("غنى السودان، ورقصت بلدة أبو زبد.", "380348"),
    ],
)
def test_a_place_of_the_world_is_the_one_in_the_state_beside_it(text: str, id: str) -> None:
    assert f"place:{id}" in [hit.id for hit in read(text).named]


@pytest.mark.parametrize("text", ["زاروا مدينة فالنسيا.", "زاروا بلدة أبو زبد.", "زاروا بلدة أبو زبد المغربية."])
def test_where_nothing_tells_the_state_it_is_none_of_several(text: str) -> None:
    assert not any(hit.id.removeprefix("place:").isdigit() for hit in read(text).named)


def test_reports_that_name_one_place_tell_one_entry_in_both_scripts() -> None:
    told = [*read("في بلدة مرزيفون أمس.").found, *read("in the town of Marzifun yesterday").found]
    [entry] = join_entries(told)
    assert entry.names == {"ar": ("مرزيفون",), "en": ("Marzifun",)}
    assert entry.category == PLACE
    assert entry.id not in known().gazetteer


@pytest.mark.parametrize(
    "text, words",
    [
        ("قالت الهيئة العامة للموانئ إنها أغلقت.", ["الهيئة العامة للموانئ"]),
        ("نظم الاتحاد الدولي لألعاب القوى ذلك.", ["الاتحاد الدولي لألعاب القوى"]),
        ("رفض المجلس المحلي ذلك.", []),
        ("قال الاتحاد إنه وافق.", []),
        ("قرر المجلس الجديد للمرة الأولى.", []),
    ],
)
def test_an_organisation_with_an_article_is_one_with_its_purpose(text: str, words: list[str]) -> None:
    assert [said for id, said in bodies(text) if id.startswith("body:")] == words


@pytest.mark.parametrize(
    "text, words",
    [
        ("قال رئيس الوزراء إنه وافق.", ["رئيس الوزراء"]),
        ("قال نائب رئيس الوزراء إنه وافق.", []),
        ("قال النائب الثاني لرئيس مجلس الوزراء إنه وافق.", []),
    ],
)
def test_an_office_inside_another_one_is_nobody(text: str, words: list[str]) -> None:
    assert [said for _, said in bodies(text)] == words


@pytest.mark.parametrize(
    "text, ids",
    [
        ("نجحت الدراما السعودية أمس.", []),
        ("نجحت الدراما في السعودية أمس.", ["saudi-arabia"]),
        ("وافقت السعودية أمس.", ["saudi-arabia"]),
        ("بين إيران والسعودية أمس.", ["iran", "saudi-arabia"]),
        ("عبروا الأراضي السعودية أمس.", ["saudi-arabia"]),
    ],
)
def test_a_state_behind_a_definite_noun_is_an_adjective(text: str, ids: list[str]) -> None:
    assert [hit.id for hit in read(text).named] == ids


def test_an_article_that_a_preposition_swallowed_is_given_back() -> None:
    [entry] = read("التابعة للهيئة العامة للموانئ أمس.").found
    assert entry.names["ar"] == ("الهيئة العامة للموانئ",)


@pytest.mark.parametrize("text", ["لعب لصالح مانشيت أمس.", "تنازل لصالح زيدون"])
def test_for_the_good_of_is_nobody(text: str) -> None:
    assert read(text).named == ()


def test_who_speaks_in_the_name_of_somebody_is_not_called_in_the_name() -> None:
    assert [hit.id for hit in read("قالت متحدثة باسم مكدونالدز أمس.").named if hit.id.startswith("person:")] == []


@pytest.mark.parametrize("text", ["حتى كأس 2019 م تحديد موعد جديد. موعد", "على بعد 50 م ناصر القرية"])
def test_a_letter_is_a_title_only_with_its_stop(text: str) -> None:
    assert [hit.id for hit in read(text).named if hit.id.startswith("person:")] == []


def test_sources_of_a_state_are_named_without_an_article() -> None:
    [entry] = read("أفادت مصادر عسكرية عراقية بذلك.").found
    assert entry.names["ar"] == ("مصادر عسكرية عراقية",)


def test_the_house_is_no_first_name() -> None:
    assert read("بدأ مهرجان «الدار دارك» السياحي أمس. الدار دارك").named == ()


@pytest.mark.parametrize(
    "text, ids",
    [
        ("قال حزب الله إنه وافق. وأعلن الحزب ذلك.", ["hezbollah", "hezbollah"]),
        ("هاجم تنظيم داعش القرية، ثم انسحب التنظيم.", ["isis", "isis"]),
        # before it was named; another one; two that were called so; a word that called nobody
        ("قال الحزب ذلك. وقال حزب الله لا.", ["hezbollah"]),
        ("قال حزب الله ذلك. ورفض الحزب الحاكم.", ["hezbollah"]),
        ("قالت حركة حماس وحركة فتح إن الحركة موافقة.", ["hamas", "fatah"]),
        ("وافقت حماس في غزة، وشلت الحركة هناك.", ["hamas", "gaza-strip"]),
    ],
)
def test_a_definite_noun_stands_for_the_one_who_was_called_so(text: str, ids: list[str]) -> None:
    assert [hit.id for hit in read(text).named] == ids


def test_a_guarded_adjective_counts_where_a_place_of_the_state_is_named() -> None:
    assert [hit.id for hit in read("قال الجيش المالي في باماكو إنه وافق.").named] == ["body:mali:army", "bamako"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تضررت عشرون بلدة ومستوطنة من الحريق.", []),
        ("بدأت ولاية صالح الثانية قبل عام.", []),
        ("خصصوا المبلغ لسد احتياجات الناس.", []),
        ("يفضل الموظفون قضاء العطلة بفرنسا.", [("france", "فرنسا")]),
        ("عاش في حي مجاور للسوق.", []),
        ("أغلق مطار فريد القرشي أمس.", [("", "مطار فريد القرشي")]),
        ("وصلوا إلى مدينة ليتل كريتون أمس.", [("", "ليتل كريتون")]),
        ("سافر إلى أوجندا وبلجاريا.", [("uganda", "أوجندا"), ("bulgaria", "بلجاريا")]),
        ("They met in Nice, France, on Monday.", [("nice", "Nice"), ("france", "France")]),
        ("They met in Chad on Monday.", [("chad", "Chad")]),
        ("They met in Reading, England, on Monday.", [("", "Reading"), ("uk", "England")]),
        ("They said nice, France, on Monday.", []),
    ],
)
def test_what_stands_beside_a_noun_of_place_shows_whether_it_is_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found
