"""Choosing words of a text by keys: the steps, without a screen."""

from __future__ import annotations

import pytest

from tui.view.text.words import Choice, Words, begin, by_sentence, by_word, taken_up, turned

TEXT = "“The mill burned,” he said. Nobody was hurt!\n\nساد الهدوء في القرية. ثم عاد السُّكان."


def choice(at: str, text: str = TEXT) -> Choice:
    found = begin(Words(text), text.index(at))
    assert found is not None
    return found


def said(one: Choice) -> str:
    return one.span.of(TEXT)


def test_it_begins_with_the_word_there_or_with_the_next() -> None:
    assert [said(choice(at)) for at in ("mill", "urned", " he")] == ["mill", "burned", "he"]
    assert begin(Words(" …"), 0) is None


def test_word_by_word_and_back_and_not_beyond_the_ends() -> None:
    one = choice("mill")
    assert said(by_word(one, 1)) == "mill burned"
    assert said(by_word(by_word(one, 1), -1)) == "mill"
    assert by_word(one, -9).caret == 0
    assert by_word(one, 99).caret == len(one.words.every) - 1


def test_whole_sentences_have_their_marks() -> None:
    one = by_sentence(choice("The"), 1)
    assert said(one) == "“The mill burned,” he said."
    assert said(by_sentence(one, 1)) == "“The mill burned,” he said. Nobody was hurt!"
    assert said(by_sentence(choice("was"), -1)) == "Nobody was"
    assert said(by_sentence(by_sentence(choice("was"), -1), -1)).startswith("“The mill")


def test_the_other_end_moves_after_a_turn() -> None:
    assert said(by_word(turned(by_word(choice("burned"), 1)), -1)) == "mill burned,” he"


def test_a_caret_that_holds_nothing_goes_to_the_next_sentence_alone() -> None:
    free = taken_up(choice("mill"))
    assert said(by_sentence(free, 1)) == "Nobody"
    assert said(by_sentence(taken_up(by_sentence(free, 1)), 1)) == "Nobody was hurt!"


@pytest.mark.parametrize(("at", "rtl"), [("mill", False), ("الهدوء", True), ("السُّكان", True)])
def test_the_way_of_a_line_is_that_of_its_first_letter(at: str, *, rtl: bool) -> None:
    one = choice(at)
    assert one.words.is_rtl(one.caret) is rtl


def test_a_letter_with_its_marks_is_of_its_word() -> None:
    assert said(choice("السُّكان")) == "السُّكان"
