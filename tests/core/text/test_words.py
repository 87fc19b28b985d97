"""Words and phrases of a text."""

import pytest

from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon, bare, letters_to_skip, words


def test_words_stand_where_they_stand_in_the_text() -> None:
    text = "قُتِلَ 11,200 في «غارة»"
    assert [word.span.of(text) for word in words(text)] == ["قُتِلَ", "11", "200", "في", "غارة"]


@pytest.mark.parametrize(
    "text, said",
    [
        ("في ا\u0655دلب.", ["في", "ا\u0655دلب"]),
        ("سوريا الديم\u200cقراطية", ["سوريا", "الديم\u200cقراطية"]),
        ("سوريا الديم\u200bقراطية", ["سوريا", "الديم\u200bقراطية"]),
        ("Tu\u0308rkiye", ["Tu\u0308rkiye"]),
        ("\u202bقوات\u202c \u200fسوريا\u200f.", ["قوات", "سوريا"]),
        ("يوم\u200f \u200fأمس", ["يوم", "أمس"]),
    ],
    ids=ascii,
)
def test_marks_inside_a_word_do_not_cut_it(text: str, said: list[str]) -> None:
    assert [word.span.of(text) for word in words(text)] == said


def test_an_offset_moves_every_word() -> None:
    assert [word.span.start for word in words("a b", 10)] == [10, 12]


@pytest.mark.parametrize(
    "word, form", [("وقسد", "قسد"), ("للقيادة", "القيادة"), ("وبالقوات", "القوات"), ("raid", "raid")]
)
def test_a_word_is_also_read_without_its_clitics(word: str, form: str) -> None:
    assert fold(form) in [found for found, _ in bare(fold(word))]


def test_a_word_is_not_cut_to_less_than_two_letters() -> None:
    assert bare("ولد") == (("ولد", 0), ("لد", 1))


def test_vowel_signs_go_with_their_letter() -> None:
    assert letters_to_skip("وَقَسَد", 1) == 2


LEXICON = Lexicon({"kill": ["قتل", "لقي حتفه", "مقتل"], "raid": ["غارة"]}, article=True)


@pytest.mark.parametrize(
    "text, found",
    [("ومقتل قيادي في الغارة", ["kill", "raid"]), ("لقي حتفه", ["kill"]), ("لقي صديقه", []), ("غارات", [])],
)
def test_phrases_are_found_whole_with_article_and_clitics(text: str, found: list[str]) -> None:
    assert [hit.concept for hit in LEXICON.find(words(text))] == found
