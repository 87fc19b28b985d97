"""The parts of names and their spellings: how the tables are made, and what the kept ones hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from seeds import name_parts
from seeds.load import naming
from timeline_core.names.name_parts import COMMON, KNOWN, NO_PART, NameParts, Role

LIMIT = 200_000
"""Bytes of both tables together."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small index in the form of the package; what is made of it is written beside it."""
    rows = [
        ("خلدون", "Khaldoun", "given", 40),
        ("خلدون", "Khaldun", "surname", 2),
        ("العقربي", "Agrebi", "surname", 12),
        ("وادي", "Wadi", "surname", 3),
        ("نادر جدا", "Nader", "given", 1),
        ("مرة", "Once", "given", 1),
        ("ٹاپو", "Tapu", "surname", 9),
        ("سلطان", "Sharji", "surname", 5),
    ]
    path = tmp_path / "names.sqlite3"
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE units (arabic_key, latin, role, count)")
        base.executemany("INSERT INTO units VALUES (?, ?, ?, ?)", rows)
        base.commit()
    monkeypatch.setattr(name_parts, "ROLES", tmp_path / "parts.zlib")
    monkeypatch.setattr(name_parts, "SPELLINGS", tmp_path / "spellings.zlib")
    name_parts.main(path)


@pytest.mark.usefixtures("made")
def test_a_part_has_its_role_in_both_scripts() -> None:
    parts = name_parts.name_parts()
    assert parts.role("خلدون") == Role(COMMON, 1)
    assert parts.role("khaldoun") == Role(COMMON, 0)
    assert parts.role("العقربي") == Role(0, COMMON)


@pytest.mark.usefixtures("made")
def test_a_part_of_one_person_or_of_other_letters_is_none() -> None:
    parts = name_parts.name_parts()
    assert [parts.role(word) for word in ("مره", "once", "ٹاپو", "نادر جدا")] == [NO_PART] * 4


@pytest.mark.usefixtures("made")
def test_only_spellings_that_consonants_do_not_join_are_kept() -> None:
    kept = name_parts.spellings()
    assert kept["agrebi"] == "krb"
    assert kept["wadi"] == "وادي"
    assert "khaldoun" not in kept


@pytest.mark.usefixtures("made")
def test_another_name_of_the_same_person_is_no_spelling() -> None:
    assert "sharji" not in name_parts.spellings()


def test_what_is_kept_knows_common_names_and_no_common_words() -> None:
    parts = naming().parts
    assert parts.role("خالد").given == parts.role("khaled").given == COMMON
    assert parts.role("القحطاني").family >= KNOWN
    assert [parts.role(word).given for word in ("الحكومه", "government", "انفجار")] == [0, 0, 0]


def test_the_tables_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    kept = name_parts.Kept(tmp_path / "none.zlib")
    assert NameParts(kept.words_of) is not None
    with pytest.raises(FileNotFoundError):
        kept.get("خالد")


def test_the_tables_are_small() -> None:
    assert name_parts.ROLES.stat().st_size + name_parts.SPELLINGS.stat().st_size < LIMIT
