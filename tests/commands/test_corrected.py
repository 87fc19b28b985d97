"""A spreadsheet that Waqai wrote, corrected and saved by a spreadsheet program, comes back as decisions."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.store.intake.kinds.samples import xlsx
from tests.store.words import written

TWO = "Two soldiers were killed on 3 May 2023 in Kirkuk. A bridge was destroyed on 9 May 2023 near Mosul."


@pytest.fixture
def table(waqai: Streams, tmp_path: Path) -> list[dict[str, str]]:
    """The rows of the export of a library with two events."""
    waqai("add", written(tmp_path / "a.txt", TWO))
    waqai("export", "--format", "csv", "-o", tmp_path / "timeline.csv")
    with (tmp_path / "timeline.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def saved(path: Path, rows: list[dict[str, str]], *, like: str) -> Path:
    """As Excel, LibreOffice with semicolons, or a program for `.xlsx` saves it."""
    if path.suffix == ".xlsx":
        path.write_bytes(xlsx([[*rows[0]], *[[*row.values()] for row in rows]]))
        return path
    file = io.StringIO()
    writer = csv.DictWriter(file, [*rows[0]], delimiter=like, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(f"\ufeff{file.getvalue()}", "utf-8")
    return path


def events(waqai: Streams) -> dict[str, dict[str, object]]:
    found = json.loads(waqai("export", "--format", "json", "--everything").out)["events"]
    return {"bridge" if "bridge" in one["title"].lower() else "soldiers": one for one in found}


@pytest.mark.parametrize("name, like", [("back.csv", ","), ("back.csv", ";"), ("back.xlsx", "")])
def test_what_was_corrected_comes_back_as_decisions(
    waqai: Streams, table: list[dict[str, str]], tmp_path: Path, name: str, like: str
) -> None:
    for row in table:
        if "bridge" in row["title"]:
            row |= {
                "edtf": "2023-05-08",
                "title": "Old bridge destroyed",
                "status": "accepted",
                "tags": "key; #road",
                "note": "seen",
            }
        row["starred"] = row["starred"].upper()
    said = waqai("add", saved(tmp_path / name, table, like=like))
    assert said.code == 0, said.err
    assert said.out.endswith("2 events read, 5 decisions kept\n")
    bridge = events(waqai)["bridge"]
    assert (bridge["title"], bridge["status"], bridge["tags"], bridge["note"]) == (
        "Old bridge destroyed",
        "accepted",
        ["key", "road"],
        "seen",
    )
    when = bridge["when"]
    assert isinstance(when, dict)
    assert when["edtf"] == "2023-05-08"
    assert waqai("library", "log").out.count("\n") == 5


def test_what_was_not_touched_says_nothing(waqai: Streams, table: list[dict[str, str]], tmp_path: Path) -> None:
    said = waqai("add", saved(tmp_path / "back.xlsx", table, like=""))
    assert said.out.endswith("2 events read, 0 decisions kept\n")
    assert waqai("library", "log").out == ""


def test_the_same_sheet_taken_in_again_says_nothing_new(
    waqai: Streams, table: list[dict[str, str]], tmp_path: Path
) -> None:
    table[0]["edtf"] = "2023-05-04"
    sheet = saved(tmp_path / "back.csv", table, like=",")
    assert "1 decision kept" in waqai("add", sheet).out
    assert "0 decisions kept" in waqai("add", sheet).out


def test_first_and_last_may_be_corrected_in_place_of_the_edtf(
    waqai: Streams, table: list[dict[str, str]], tmp_path: Path
) -> None:
    for row in table:
        if "bridge" in row["title"]:
            row["last"] = "2023-05-11"
    waqai("add", saved(tmp_path / "back.csv", table, like=","))
    when = events(waqai)["bridge"]["when"]
    assert isinstance(when, dict)
    assert when["edtf"] == "2023-05-09/2023-05-11"


def test_a_day_that_is_none_is_told_and_passed_over(
    waqai: Streams, table: list[dict[str, str]], tmp_path: Path
) -> None:
    table[0]["edtf"] = "soon or late"
    said = waqai("add", saved(tmp_path / "back.csv", table, like=","))
    assert "row 2: no date can be read in «soon or late»" in said.err
    assert waqai("library", "log").out == ""


def test_rows_of_another_library_are_told(waqai: Streams, table: list[dict[str, str]], tmp_path: Path) -> None:
    table.append({**table[0], "id": "1999-01-01--00000000"})
    said = waqai("add", saved(tmp_path / "back.csv", table, like=","))
    assert "1 row of no event of this library; passed over" in said.err


def test_a_broken_book_is_told_once(waqai: Streams, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<x>")
    said = waqai("add", tmp_path / "a.xlsx")
    assert said.code == 1
    assert said.err.count("is an Excel table that is broken") == 1


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here (Debian: apt install libreoffice-calc)")
@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_what_libreoffice_saved_comes_back(
    waqai: Streams, table: list[dict[str, str]], tmp_path: Path, kind: str
) -> None:
    """It writes days, numbers and truths in ways of its own."""
    for row in table:
        if "bridge" in row["title"]:
            row |= {"edtf": "2023-05-08", "note": "رآه شاهد"}
    saved(tmp_path / "back.csv", table, like=",")
    made = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76,1"}.get(kind, kind)
    words = [
        "--infilter=CSV:44,34,76,1",
        "--convert-to",
        made,
        "--outdir",
        str(tmp_path / "out"),
        str(tmp_path / "back.csv"),
    ]
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/office", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    said = waqai("add", tmp_path / "out" / f"back.{kind}")
    assert said.out.endswith("2 events read, 2 decisions kept\n")
    bridge = events(waqai)["bridge"]
    assert bridge["note"] == "رآه شاهد"
    assert isinstance(bridge["when"], dict)
    assert bridge["when"]["edtf"] == "2023-05-08"
