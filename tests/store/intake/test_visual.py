"""Lines as PDF files hold them, made by a reference from lines as they are read: turned back, they are the same."""

from __future__ import annotations

import arabic_reshaper
import pytest
from bidi.algorithm import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from store.intake.documents.columns import apart
from store.intake.documents.visual import is_garbled, is_visual, logical

LINES = (
    "قالت قوات سوريا الديمقراطية إن غارة نفذتها طائرة مسيّرة فجر الجمعة 10 آذار 2023 أسفرت عن مقتل 3 من عناصر التنظيم.",
    "وأضاف البيان أن «العملية» جرت عند الساعة 03:45 بالتعاون مع القيادة المركزية (CENTCOM) في 2023-03-11، وانتهت.",
    "بحسب U.S. Central Command والأهالي في بلدة الباغوز، و33% من القتلى مدنيون (بينهم 4 نساء).",
    "وفي ٢٠ كانون الثاني ٢٠٢٢ هاجم مسلحون سجن الصناعة في الحسكة في 4/2/2023 عند 12.5 كم.",
    "قال أبو محمد لوكالة Reuters إن الهجوم وقع في الساعة 8:30 ثم نشرت @CENTCOM بياناً",
    "ولا أحد إلا الله يعلم",
    "The statement said that القيادة المركزية took part on 11 March 2023.",
)


def drawn(line: str, *, shaped: bool) -> str:
    """As it is seen from left to right; letters in their forms, and لا as one sign, where `shaped`."""
    base = "L" if line[0].isascii() else "R"
    kept = arabic_reshaper.ArabicReshaper({"delete_harakat": False})
    seen = get_display(kept.reshape(line) if shaped else line, base_dir=base)
    assert isinstance(seen, str)
    return seen


@pytest.mark.parametrize("shaped", [True, False], ids=["in forms", "in plain letters"])
def test_lines_that_are_seen_are_turned_into_lines_that_are_read(shaped: bool) -> None:
    seen = [drawn(line, shaped=shaped) for line in LINES]
    assert is_visual(seen)
    assert logical(seen, visual=True) == list(LINES)


def test_lines_that_are_read_stay_as_they_are() -> None:
    assert not is_visual(LINES)
    assert logical(LINES, visual=False) == list(LINES)


def test_a_line_that_surely_is_of_the_other_order_is_an_exception() -> None:
    assert logical([drawn(LINES[0], shaped=True), LINES[1]], visual=True) == list(LINES[:2])
    assert logical([LINES[1], drawn(LINES[0], shaped=True)], visual=False) == [LINES[1], LINES[0]]


SAID = "قالت القيادة إن الغارة أسفرت عن مقتل ثلاثة في مدينة الحسكة لا أحد خلال ليلة الأربعاء مسيّرة"
COUNTED = "10 2023 ٢٠ 03:45 4/2/2023 1,500"
WORDS, NUMBERS = (st.sampled_from(said.split()) for said in (SAID, COUNTED))
ASIDES = st.sampled_from(("إن (CENTCOM) ثم", "«العملية»", "(بينهم 4)", "إن U.S. Central Command ثم"))
"""Never a number beside a Latin word: of that, two orders of reading are seen as one."""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, WORDS, NUMBERS, ASIDES), min_size=2, max_size=12), st.booleans())
def test_any_line_comes_back_as_it_was(pieces: list[str], shaped: bool) -> None:
    line = " ".join(["قالت", *pieces, "الغارة."])
    assert logical([drawn(line, shaped=shaped)], visual=True) == [line]


def test_a_blank_that_a_vowel_mark_tore_into_a_word_is_mended() -> None:
    assert logical(["ةﺮ ّﻴﺴﻣ ةﺮﺋﺎﻃ"], visual=True) == ["طائرة مسيّرة"]


RIGHT = [f"قالت القيادة إن الغارة رقم {n} أسفرت عن مقتل ثلاثة" for n in range(6)]
LEFT = [f"وأضاف البيان أن العملية رقم {n} جرت في الحسكة" for n in range(6)]


def page(right: list[str], left: list[str]) -> list[str]:
    return [f"{one:<60}{' ' * 6}{other:>60}" for one, other in zip(left, right, strict=True)]


def test_the_right_column_is_read_before_the_left() -> None:
    found = [line.strip() for line in apart(page(RIGHT, LEFT)) if line.strip()]
    assert found == [*RIGHT, *LEFT]


def test_a_heading_across_stands_above_both_columns() -> None:
    heading = "عنوان " * 20
    found = [line.strip() for line in apart([heading, *page(RIGHT, LEFT)]) if line.strip()]
    assert found == [heading.strip(), *RIGHT, *LEFT]


def test_the_rows_of_a_table_stay_together() -> None:
    rows = [f"{n} قتلى{' ' * 40}10 آذار" for n in range(10)]
    assert apart(rows) == rows


def test_a_page_of_one_piece_stays_as_it_is() -> None:
    lines = [f"{' ' * (n * 7 % 30)}{line}" for n, line in enumerate([*LINES, *RIGHT])]
    assert apart(lines) == lines


def test_brackets_that_a_program_has_mirrored_already_open_and_close() -> None:
    line = "بيان القيادة حول الغارة (رقم 12) في مدينة الحسكة"
    mirrored = drawn(line, shaped=True).translate(str.maketrans("()", ")("))
    assert logical([mirrored], visual=True) == [line]
    opened = "قالت القيادة إن الغارة (التي نفذتها في مدينة الحسكة"
    assert logical([drawn(opened, shaped=True)], visual=True) == [opened]


def test_letters_of_two_scripts_in_many_words_are_no_words() -> None:
    assert is_garbled("بيان حول الĀصف رÿم اĀÿهر الجاري في þĀÿ þلاÿوÿ عائĀة")
    assert not is_garbled("\n".join(LINES))
    assert not is_garbled("وقال بـReuters إن الغارة وقعت في مدينة الحسكة أمس")
    assert not is_garbled("")
