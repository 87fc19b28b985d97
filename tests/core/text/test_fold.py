"""One spelling per word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_core.text.fold import bare, fold


@pytest.mark.parametrize(
    "written, folded",
    [
        ("أَمْسِ", "امس"),
        ("الأربعاء", "الاربعاء"),
        ("آذار", "اذار"),
        ("سنة", "سنه"),
        ("الماضى", "الماضي"),
        ("العـــام", "العام"),
        ("١٢", "12"),
        ("۱۲", "12"),
        ("ﻳﻮﻟﻴﻮ", "يوليو"),
        ("February", "february"),
        ("\u200fيوم\u200e", "يوم"),
        ("Straße", "strasse"),
        ("ا\u0655دلب", "ادلب"),
        ("ا\u0654يار", "ايار"),
        ("مسو\u0654ول", "مسؤول"),
        ("مي\u0654ات", "مئات"),
        ("Tu\u0308rkiye", "türkiye"),
        ("الديم\u200cقراطية", "الديمقراطيه"),
        ("مسوول", "مسوول"),
    ],
)
def test_variants_of_a_word_meet(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_bare_word_keeps_its_hamza_but_no_vowel_sign() -> None:
    assert [bare(word) for word in ("آبُ", "أب", "إبْ")] == ["آب", "أب", "إب"]


@given(st.text())
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(fold(fold(word)))


@given(st.text())
def test_any_code_points_can_be_folded(word: str) -> None:
    assert isinstance(fold(word), str)
