"""Numbers by which names are found: a case on both sides of each."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import bodies, persons, read
from tests.core.names.test_places import places
from tests.core.words import known, phrasing, span_of
from timeline_core.model.entry import ACTOR
from timeline_core.names.forces import stands_for_forces
from timeline_core.names.foreign.letters import Letters
from timeline_core.names.persons.short_names import short_of
from timeline_core.names.transliteration import Transliteration


def organisations(text: str) -> list[str]:
    """The words of each organisation with a name of its own."""
    return [words for id, words in bodies(text) if id.count(":") == 1 and id.startswith("body:")]


def actors(text: str) -> list[str]:
    """The words of each place where somebody is named, by a title or one name alone too."""
    return [hit.span.of(text) for hit in read(text).named if hit.category == ACTOR]


@pytest.mark.parametrize(("behind", "found"), [(6, True), (7, False)])
def test_a_name_stands_within_seven_words_behind_its_title(behind: int, *, found: bool) -> None:
    office = " ".join(["القوات", "المسلحة", "الوطنية", "الشرقية", "المشتركة", "الموحدة", "العليا"][:behind])
    assert bool(persons(f"أكد العقيد {office} متعب القرشوبي الخبر.")) is found


@pytest.mark.parametrize(("word", "found"), [("قرط", False), ("قرطب", True)])
def test_an_unlisted_part_of_a_name_has_more_than_three_letters(word: str, *, found: bool) -> None:
    text = f"استقبل الرئيس أفيق {word} الوفد، ثم عاد {word}."
    assert bool(persons(text)) is found


@pytest.mark.parametrize(("last", "twice"), [("Kabb", True), ("Kab", False)])
def test_a_last_name_of_four_letters_stands_for_its_person_behind_the_full_name(last: str, *, twice: bool) -> None:
    assert len(persons(f"Gen. Idris {last} had left; later {last} returned.")) == (2 if twice else 1)


@pytest.mark.parametrize(("last", "twice"), [("قرطبي", True), ("قرطب", False)])
def test_one_of_five_letters_does_so_before_the_full_name_too(last: str, *, twice: bool) -> None:
    assert len(persons(f"خطب {last} في الحشد، ثم عاد محمد {last} من سفره.")) == (2 if twice else 1)


@pytest.mark.parametrize(("between", "is_body"), [(2, False), (3, True)])
def test_an_office_is_no_body_where_its_holder_is_named_within_three_words(between: int, *, is_body: bool) -> None:
    office = " ".join(["الأسبق", "الراحل", "الموقر"][:between])
    assert bool(bodies(f"وصل رئيس الوزراء {office} محمد الزهراني.")) is is_body


@pytest.mark.parametrize(("words", "found"), [(4, 4), (5, 4)])
def test_an_organisation_has_at_most_four_words_behind_its_first(words: int, found: int) -> None:
    name = " ".join(["الخيرية", "الوطنية", "الشرقية", "المشتركة", "الموحدة"][:words])
    [said] = organisations(f"أعلنت جمعية {name} الخبر.")
    assert len(said.split()) == 1 + found


@pytest.mark.parametrize("words", [8, 9])
def test_eight_capitalised_words_go_before_the_noun_of_a_body(words: int) -> None:
    trades = ["Northern", "Farmers", "Weavers", "Potters", "Masons", "Bakers", "Glaziers", "Tanners", "Cobblers"]
    [(_, said)] = bodies(f"The {' '.join(trades[:words])} Association met.")
    assert len(said.split()) == 8 + 1


@pytest.mark.parametrize(("word", "found"), [("GTB", True), ("GB", False)])
def test_the_name_of_a_company_has_three_letters_at_least(word: str, *, found: bool) -> None:
    assert bool(bodies(f"باعت شركة {word} آلات.")) is found


@pytest.mark.parametrize(("adjectives", "found"), [(2, True), (3, False)])
def test_two_adjectives_go_before_what_an_organisation_is_for(adjectives: int, *, found: bool) -> None:
    described = " ".join(["العامة", "الوطنية", "الموحدة"][:adjectives])
    assert bool(organisations(f"أعلنت المؤسسة {described} للجسور الخبر.")) is found


@pytest.mark.parametrize(("weight", "foreign"), [("12", True), ("11", False)])
def test_a_word_is_foreign_from_twelve_quarters_on(weight: str, *, foreign: bool) -> None:
    assert Letters(lambda: {weight: ["abc"]}).foreign("abc") is foreign


@pytest.mark.parametrize(("word", "found"), [("لموت", True), ("لمو", False)])
def test_what_an_organisation_is_for_has_more_than_three_letters(word: str, *, found: bool) -> None:
    assert bool(organisations(f"قالت المؤسسة العامة {word} الحيوان.")) is found


@pytest.mark.parametrize(("word", "found"), [("قاح", True), ("قح", False)])
def test_a_new_place_has_three_letters_at_least(word: str, *, found: bool) -> None:
    assert bool(places(f"خطفوا خمسة في قرية {word} أمس.")) is found


@pytest.mark.parametrize("words", ["Marzin Sorkan", "Kafrin Marzin Sorkan"])
def test_a_new_place_has_two_words_before_its_noun(words: str) -> None:
    assert places(f"They left {words} province.") == [("", "Marzin Sorkan")]


@pytest.mark.parametrize(("words", "found"), [(4, True), (5, False)])
def test_a_place_in_quotation_marks_has_four_words_at_most(words: int, *, found: bool) -> None:
    name = " ".join(["خربة", "الشيخ", "مرزيق", "الشرقي", "الأعلى"][:words])
    assert (("", name) in places(f"وقع ذلك في قرية «{name}» أمس.")) is found


@pytest.mark.parametrize(("between", "within"), [(2, "saada"), (3, "")])
def test_a_place_lies_in_what_is_named_within_three_words(between: int, within: str) -> None:
    around = " ".join(["في", "محافظة", "في"][:between])
    [entry] = [one for one in read(f"قصفوا بلدة مرزيق {around} صعدة.").found if one.id.startswith("place:")]
    assert entry.within == within


@pytest.mark.parametrize(("titles", "meant"), [(3, True), (4, False)])
def test_three_words_of_a_title_may_stand_between_forces_and_a_name(titles: int, *, meant: bool) -> None:
    said = " ".join(["المشير", "القائد", "المتمرد", "المخلوع"][:titles])
    text = f"سيطرت قوات {said} حفتر على الحي"
    assert stands_for_forces(text, span_of(text, "حفتر"), phrasing("ar").sides) is meant


def test_the_key_of_a_name_has_two_consonants_or_is_the_word() -> None:
    key: Transliteration = known().naming.transliteration
    assert key.key("عون") == ("عون",)
    assert key.key("سامي") == key.key("Sami") != ("سامي",)


def test_four_letters_stand_behind_a_glued_article() -> None:
    key: Transliteration = known().naming.transliteration
    assert key.key("Alharb") == key.key("Harb")
    assert key.key("Alban") != key.key("Ban")


def test_three_letters_stand_behind_the_glued_beginning_of_a_name() -> None:
    key: Transliteration = known().naming.transliteration
    assert key.key("Abdrab") == key.key("Abd Rab")
    assert key.key("Abdra") != key.key("Abd Ra")


@pytest.mark.parametrize(("blanks", "meant"), [(44, True), (45, False)])
def test_forces_stand_within_48_code_points_before_the_name(blanks: int, *, meant: bool) -> None:
    text = f"سيطرت قوات{' ' * blanks}حفتر على الحي"
    assert stands_for_forces(text, span_of(text, "حفتر"), phrasing("ar").sides) is meant


@pytest.mark.parametrize(("blanks", "meant"), [(7, True), (8, False)])
def test_forces_stand_within_16_code_points_behind_the_name(blanks: int, *, meant: bool) -> None:
    text = f"Haftar's {' ' * blanks}forces advanced"
    assert stands_for_forces(text, span_of(text, "Haftar"), phrasing("en").sides) is meant


@pytest.mark.parametrize(("other", "meant"), [("الحوثي", True), ("عبده الحوثي", False)])
def test_forces_of_another_one_may_be_named_right_before(other: str, *, meant: bool) -> None:
    text = f"اشتبكوا مع قوات {other} وصالح"
    assert stands_for_forces(text, span_of(text, "صالح"), phrasing("ar").sides) is meant


@pytest.mark.parametrize("words", [5, 6])
def test_the_name_of_a_person_has_five_words_at_most(words: int) -> None:
    name = " ".join(["محمد", "أحمد", "محمود", "مصطفى", "إبراهيم", "إسماعيل"][:words])
    [said, *_] = persons(f"عاد {name} من سفره.")
    assert len(said.split()) == 5


@pytest.mark.parametrize(("first", "found"), [("محمد", True), ("عمر", False)])
def test_a_first_name_behind_a_glued_preposition_has_four_letters(first: str, *, found: bool) -> None:
    assert bool(persons(f"سلم الوثيقة ل{first} الشرقوبي أمس.")) is found
    assert persons(f"سلم الوثيقة ل{first} الزهراني أمس.") == [f"{first} الزهراني"]  # which is nothing but a name


@pytest.mark.parametrize(("link", "is_namesake"), [("في ريف محافظة", True), ("في ريف محافظة مدينة", False)])
def test_a_place_is_a_namesake_where_three_words_lead_to_another_country(link: str, *, is_namesake: bool) -> None:
    named = [id for id, _ in places(f"قصفوا أريحا {link} إدلب أمس.")]
    assert ("jericho" not in named) is is_namesake


@pytest.mark.parametrize(
    ("office", "meant"), [("الأشغال العامة الأسبق المتقاعد", True), ("الأشغال العامة الأسبق المتقاعد الموقر", False)]
)
def test_the_noun_of_an_office_stands_within_five_words_before_its_holder(office: str, *, meant: bool) -> None:
    found = actors(f"وصل وزير {office} سالم القرشوبي ثم غادر الوزير مسرعا.")
    assert found == ["سالم القرشوبي", *(["الوزير"] if meant else [])]


@pytest.mark.parametrize(("first", "found"), [("مو", False), ("رغد", True)])
def test_a_first_name_that_no_list_has_has_three_letters(first: str, *, found: bool) -> None:
    assert bool(persons(f"وصل {first} الزهراني مساء.")) is found


@pytest.mark.parametrize("adjectives", ["", " الرسمي", " الرسمي الجديد", " الرسمي الجديد المفوض"])
def test_for_whom_a_spokesman_speaks_is_no_first_name(adjectives: str) -> None:
    assert not persons(f"قال الناطق{adjectives} باسم الزهراني أمس.")
    assert persons("قال النجار باسم الزهراني أمس.")


@pytest.mark.parametrize(("last", "twice"), [("ash-Kabban", True), ("Noel-Kabban", False)])
def test_a_latin_article_has_three_letters_at_most(last: str, *, twice: bool) -> None:
    assert len(persons(f"Gen. Idris {last} had left; later Kabban returned.")) == (2 if twice else 1)


def test_one_word_is_no_short_name_of_an_organisation() -> None:
    named = {"منظمه": [(("منظمه", "العفو", "الدوليه"), "amnesty")]}
    assert short_of("", "منظمة العفو", lambda first: named[first]) == "amnesty"
    assert short_of("", "منظمة", lambda first: named[first]) == ""


@pytest.mark.parametrize(("adjectives", "found"), [("الأميركي السابق", True), ("الأميركي السابق المنتخب", False)])
def test_two_adjectives_stand_between_a_title_and_one_name(adjectives: str, *, found: bool) -> None:
    assert bool(actors(f"وصل الرئيس {adjectives} ميتشكوف إلى القاعة.")) is found


@pytest.mark.parametrize(("name", "found"), [("قرطب", True), ("قرط", False)])
def test_one_name_alone_has_four_letters(name: str, *, found: bool) -> None:
    assert bool(actors(f"قال {name} إن الجو بارد، ثم غادر {name}.")) is found


@pytest.mark.parametrize(("name", "found"), [("غنش", True), ("حس", False)])
def test_one_of_three_letters_is_foreign(name: str, *, found: bool) -> None:
    assert bool(actors(f"قال الرئيس {name} إن الجو بارد.")) is found


@pytest.mark.parametrize(("name", "found"), [("Un", False), ("UN", True), ("Uae", True)])
def test_a_name_of_two_letters_needs_both_as_capitals(name: str, *, found: bool) -> None:
    assert bool(actors(f"{name} officials left.")) is found
