"""Which language a paragraph is in, and what is done with one that has no data of its own."""

import pytest

from tests.core.words import known, report
from timeline_core.events.accounts import expressions
from timeline_core.events.cross_dating import dated
from timeline_core.lexicon.language_of import language_of, languages_of
from timeline_core.model.expression import Expression
from timeline_core.model.report import Report


@pytest.mark.parametrize(
    "text, code",
    [
        ("أعلن الجيش ذلك", "ar"),
        ("قالت منظمة WHO اليوم", "ar"),
        ("The army said so on Friday", "en"),
        ("— U.S. Central Command (@CENTCOM) May 15, 2023", "en"),
        ("رئیس جمهور گفت که این گزارش پیش از این منتشر شده است", ""),
        ("Le ministère a annoncé jeudi que les forces avaient mené une opération dans la région ce matin-là", ""),
        (
            "Ebrahim Raisi had visited Damascus on May 3, 2023, as a guest: he also met Hezbollah leaders on May 4.",
            "en",
        ),
        (
            "Erdoğan met Çavuşoğlu, Müller, Núñez, Abu Kamal tribes, Deir ez-Zor elders, Al Bab merchants, May 2023",
            "en",
        ),
        ("Le Monde and El País said that the attack of El Hol was planned by the group in Der Zor and La Paz", "en"),
        ("قتل 5 مدنيين في قصف علی إدلب یوم 10 أیار.", "ar"),
        ("کشف الجیش عن مقتل قیادی فی بلدة الکسوة یوم أمس فی ریف دمشق", "ar"),
        ("قالت الإعلامية مي شدياق إن البرلمان اللبناني اجتمع", "ar"),
        ("حضر پوتين وچاڤيز الاجتماع الذي عقد في موسكو يوم أمس على مستوى الوزراء", "ar"),
        ("عَلى قَدرِ أَهلِ العَزمِ تَأتي العَزائِمُ وَتَأتي عَلى قَدرِ الكِرامِ المَكارِمُ", "ar"),
        ("نیروهای ایران از تهران به دمشق آمدند و این خبر را منتشر کردند که در سوریه هستند", ""),
        ("وزیر اعظم نے کہا ہے کہ یہ حملہ کل ہوا", ""),
        ("سەرۆکی هەرێم لە هەولێر کۆبوونەوەیەکی ئەنجام دا", ""),
        ("Der Minister sagte am Donnerstag, dass die Truppen und das Heer den Ort nicht verlassen haben", ""),
        ("Los soldados de la coalición entraron el jueves en una ciudad que está cerca de la frontera", ""),
        ("Bakan, saldırının perşembe günü olduğunu ve bir askerin öldüğünü, bu nedenle görüşmelerin ertelendiğini", ""),
        ("Глава МИД заявил", ""),
        ("Глава МИД России заявил журналистам CNN, что переговоры в Женеве будут продолжены после праздников", ""),
        ("12/3", ""),
        ("", ""),
    ],
    ids=str,
)
def test_a_paragraph_is_taken_for_this_language(text: str, code: str) -> None:
    assert language_of(text, known().signs) == code


COMMON = "le la "
"""Two of the commonest words of French."""


@pytest.mark.parametrize(
    ("text", "code"), [(COMMON + "x " * 11, ""), ("le " + "x " * 12, "en"), ("le x x x x x x x x x x x", "")]
)
def test_a_text_of_more_than_twelve_words_needs_more_common_words_than_two_of_another(text: str, code: str) -> None:
    assert language_of(text, known().signs) == code


@pytest.mark.parametrize(
    "text",
    [
        "Le pont a été fermé lundi.",
        "Attaque à Homs: trois morts le 3 mai 2021.",
        "Il ministro si è dimesso il 3 maggio 2021.",
        "El ministro dimitió el 3 de mayo de 2021.",
        "Op 3 mei 2021 zijn drie mensen gedood.",
        "Tiga orang tewas pada 3 Mei 2021.",
        "Waxaa la dilay laba qof 3 May 2021.",
    ],
)
def test_a_short_text_of_another_language_is_not_taken_for_english(text: str) -> None:
    assert language_of(text, known().signs) == ""


@pytest.mark.parametrize(
    "text",
    [
        "El Fasher: three killed",
        "Le Monde report",
        "Rio de Janeiro flooded",
        "Truce signed",
        "Displacement begins",
        "OK",
    ],
)
def test_a_short_line_of_english_with_a_name_in_it_is(text: str) -> None:
    assert language_of(text, known().signs) == "en"


def test_a_short_line_that_shows_no_language_is_in_that_of_its_text() -> None:
    french = "Le pont a été détruit par une frappe dans la nuit, a dit le ministère, et deux hommes ont été tués."
    english = "The bridge was destroyed by a strike and two men were killed, as the ministry said in its statement."
    signs = known().signs
    assert [code for _, code in languages_of(f"{french}\nTotal: 3", signs)] == ["", ""]
    assert [code for _, code in languages_of(f"{english}\nTotal: 3\nle Hol\n3/5", signs)] == ["en"] * 4
    assert [code for _, code in languages_of(f"قتل رجلان في حلب.\n{english}\nTotal: 3", signs)] == ["ar", "en", "en"]


def test_a_report_that_is_said_to_be_in_another_language_is_not_read_as_english() -> None:
    assert [code for _, code in languages_of("Total: 3 mai 2021", known().signs, "fr")] == [""]


@pytest.mark.parametrize(("letters", "code"), [(18, ""), (19, "ar")])
def test_one_foreign_letter_in_nineteen_tells_another_language(letters: int, code: str) -> None:
    assert language_of("ب" * letters + "پ", known().signs) == code


def read(one: Report) -> tuple[Expression, ...]:
    [report] = dated([one], known())
    return expressions(report, known())


FRENCH = (
    "Le ministère a annoncé le 10 février 2023 que les forces avaient mené une opération dans la région frontalière"
)


def test_another_language_is_read_by_dateparser_and_marked_as_not_sure() -> None:
    [found] = read(report(FRENCH, "2023-02-12", lang="fr"))
    assert (found.when and found.when.edtf, found.sure, found.reason.rule) == ("2023-02-10", False, "fallback")
    assert found.span.of(FRENCH) == found.text


def test_dateparser_is_not_even_loaded_for_the_known_languages() -> None:
    found = read(report("قتل قيادي في 10 شباط 2023.\nHe was killed on Feb. 10.", "2023-02-12"))
    assert [one.sure for one in found] == [True, True]
