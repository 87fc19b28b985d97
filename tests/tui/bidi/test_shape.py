"""Arabic letters take the form that their neighbours ask for."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.bidi.samples import LETTERS, WORDS
from tui.bidi.shape import Shaper

LAM, ALEF, ZWJ, ZWNJ, RLM, FATHA = "لا\u200d\u200c\u200f\u064e"


def shaped(text: str) -> str:
    return "".join(Shaper().shape(text).glyphs)


@pytest.mark.parametrize(
    "alef, alone, joined",
    [("ا", "\ufefb", "\ufefc"), ("أ", "\ufef7", "\ufef8"), ("إ", "\ufef9", "\ufefa"), ("آ", "\ufef5", "\ufef6")],
)
def test_lam_and_alef_become_one_glyph(alef: str, alone: str, joined: str) -> None:
    assert shaped(LAM + alef) == alone
    assert shaped("ب" + LAM + alef) == "\ufe91" + joined
    assert Shaper().shape(LAM + alef).absorbed == [1]


def test_a_vowel_between_lam_and_alef_stands_on_the_ligature() -> None:
    assert shaped(LAM + FATHA + ALEF) == "\ufefb" + FATHA


def test_an_order_mark_between_lam_and_alef_keeps_them_two() -> None:
    assert shaped(LAM + RLM + ALEF) == "\ufedf\ufe8e"


@pytest.mark.parametrize(
    "word, drawn",
    [
        ("ه" + ZWJ, "\ufeeb"),
        (ZWJ + "ه", "\ufeea"),
        ("ه" + ZWNJ + "م", "\ufee9" + ZWNJ + "\ufee1"),
        ("ه" + ZWJ + " لا", "\ufeeb \ufefb"),
        ("سـم", "\ufeb3ـ\ufee2"),
        ("ب" + RLM + "ب", "\ufe91\ufe90"),
        ("ب\u00adب", "\ufe91\ufe90"),
        ("ب\u0301ب", "\ufe91\u0301\ufe90"),
        ("بﷲب", "\ufe8fﷲ\ufe8f"),
    ],
    ids=["joiner", "joiner before", "non-joiner", "joiner and lam-alef", "tatweel", "mark of order", "soft hyphen",
         "foreign accent", "a form in the text"],
)  # fmt: skip
def test_what_stands_between_letters_joins_or_parts_them(word: str, drawn: str) -> None:
    assert shaped(word) == drawn


@pytest.mark.parametrize("letter", "ڵێټډړښګۍٽڏڊڙڪڠݢڽٲٳۄؠ")
def test_a_letter_without_forms_stays_itself_and_its_neighbour_joins(letter: str) -> None:
    assert shaped("ب" + letter) == "\ufe91" + letter


def test_kurdish_e_has_the_final_form_of_heh() -> None:
    assert shaped("هەە") == "\ufeeb\ufeea\u06d5"


def test_god_is_four_letters_and_no_ligature() -> None:
    assert len(shaped("الله")) == 4


def test_words_shape_alike_alone_and_in_company_known_and_new() -> None:
    rng = random.Random(3)
    words = ["".join(rng.choices(LETTERS + ZWJ + FATHA + RLM, k=rng.randrange(1, 9))) for _ in range(800)] + WORDS
    kept = Shaper()
    together = kept.shape(" ".join(words)).glyphs
    again = kept.shape(" ".join(words)).glyphs
    assert "".join(together) == "".join(again) == " ".join(shaped(word) for word in words)


def test_one_glyph_stands_for_each_code_point() -> None:
    text = " ".join(WORDS)
    assert len(Shaper().shape(text).glyphs) == len(text)


def test_a_full_memory_forgets_and_draws_the_same() -> None:
    small = Shaper(capacity=5)
    assert ["".join(small.shape(word).glyphs) for word in WORDS] == [shaped(word) for word in WORDS]
    assert len(small._known) <= 5


def test_a_broken_setting_in_the_environment_cannot_stop_the_program(tmp_path: Path) -> None:
    name = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"
    code = (
        f"import os; from tui.bidi.shape import Shaper; print(*Shaper().shape('لا').absorbed, {name!r} in os.environ)"
    )
    environ = os.environ | {name: str(tmp_path / "none.ini")}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "True"]
