"""What each verb gives, from files to standard output and from there to the library."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.commands.words import RAID, Streams
from tests.core.words import known
from timeline_core.view.query import day_range
from tui.commands.shared.select import languages
from tui.i18n import speech


def test_list_gives_a_line_an_event(waqai: Streams, raid: Path) -> None:
    """Id, sign, date, quotes, title, actors; in logical order where no terminal reads it."""
    said = waqai("list", "--from", raid)
    [line] = [line for line in said.out.splitlines() if line.startswith("2022-01-20--")]
    assert (said.code, said.err) == (0, "")
    assert "Thu 20 Jan 2022" in line
    assert "2 quotes " in line
    assert "هاجم تنظيم الدولة سجن الصناعة" in line
    assert "ISIS" in line


def test_a_query_narrows_and_an_empty_answer_is_told(waqai: Streams, raid: Path) -> None:
    every = waqai("list", "--from", raid).out.splitlines()
    one = waqai("list", "actor:isis until:2022", "--from", raid)
    none = waqai("list", "actor:nobody", "--from", raid)
    assert 0 < len(one.out.splitlines()) < len(every)
    assert (none.code, none.out) == (0, "")
    assert none.err == f"waqai: none of {len(every)} events fits «actor:nobody»\n"


READERS: dict[str, Callable[[str], list[str]]] = {
    "csv": lambda out: [row["first"] for row in csv.DictReader(io.StringIO(out))],
    "json": lambda out: [event["when"]["first"] for event in json.loads(out)["events"]],
    "jsonl": lambda out: [json.loads(line)["when"]["first"] for line in out.splitlines()],
    "markdown": lambda out: ["2022-01-20"] * out.count("## Thursday 20 January 2022"),
}


@pytest.mark.parametrize("format", READERS)
def test_list_speaks_the_forms_of_machines(waqai: Streams, raid: Path, format: str) -> None:
    said = waqai("list", "on:2022-01-20", "--format", format, "--from", raid)
    assert READERS[format](said.out) == ["2022-01-20"]


def test_a_title_that_is_a_formula_runs_in_no_spreadsheet() -> None:
    from timeline_core.export.formats.csv_table import cell

    assert [cell(value) for value in ("=1+1", "@x", "غارة")] == ["'=1+1", "'@x", "غارة"]


def test_dates_gives_a_line_a_report_with_offsets_of_its_text(waqai: Streams, raid: Path) -> None:
    """Exactly the keys that scripts know."""
    line = json.loads(waqai("dates", raid, "--published", "2023-02-16", "--format", "jsonl").out)
    assert (line["id"], line["path"]) == ("raid", str(raid))
    assert line["published"] == {"edtf": "2023-02-16", "origin": "given", "in_text": None, "why": ""}
    assert [RAID[timex["start"] : timex["end"]] for timex in line["timexes"]] == [t["text"] for t in line["timexes"]]
    assert [timex["edtf"] for timex in line["timexes"]] == ["2023-02-10", "2023-02-15", "2022-01-20"]
    assert set(line["timexes"][0]) == {
        "start", "end", "text", "edtf", "mod", "first", "last", "rule", "anchor", "why", "end_of",
    }  # fmt: skip


def test_dates_gives_a_table_for_people(waqai: Streams, raid: Path) -> None:
    said = waqai("dates", raid, "--published", "2023-02-16")
    assert said.out.startswith("raid: published 2023-02-16 (given)\n")
    assert "2022-01-20  " in said.out


def test_dates_of_a_corpus_keep_its_ids(waqai: Streams) -> None:
    lines = b'{"id": "x", "content": "On 1 May 2020", "dct": "2020-05-02"}\n{"id": "y", "content": "On 1 May 2020"}\n'
    said = waqai("dates", "-", "--format", "jsonl", stdin=lines)
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["x", "y"]


def test_export_gives_the_form_of_the_design(waqai: Streams, raid: Path) -> None:
    said = waqai("export", "--format", "json", "--from", raid)
    found = json.loads(said.out)
    assert found["format"] == "waqai-timeline/1"
    assert {event["when"]["edtf"] for event in found["events"]} >= {"2022-01-20", "2023-02-10"}


def test_export_writes_a_file_in_one_piece_and_tells(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    out = tmp_path / "timeline.md"
    out.write_text("old", "utf-8")
    said = waqai("export", "on:2022-01-20", "--from", raid, "--format", "markdown", "-o", out)
    assert (said.code, said.out) == (0, "")
    assert said.err == f"waqai: 1 event of 1 report written to {out}\n"
    assert "20 January 2022" in out.read_text("utf-8")


def test_export_never_writes_over_a_report_or_into_the_library(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(raid)
    waqai("add", raid)
    library = Path(waqai("locate", "library").out.strip())
    for target in (raid, link, library / "library.json"):
        said = waqai("export", "--from", raid, "--format", "json", "-o", target)
        assert said.code == 1
        assert "name another file with -o" in said.err
    assert raid.read_text("utf-8") == RAID


@pytest.mark.parametrize("target", ["no/such/folder/x.json", "."])
def test_a_file_that_cannot_be_written_is_told(waqai: Streams, raid: Path, tmp_path: Path, target: str) -> None:
    said = waqai("export", "--from", raid, "--format", "json", "-o", tmp_path / target)
    assert said.code == 1
    assert f"waqai: {tmp_path / target}: cannot be written (" in said.err


def test_show_gives_everything_of_one_event(waqai: Streams, raid: Path) -> None:
    """Date and reason, kind, who, where, each quote with its source."""
    said = waqai("show", "2022-01-20", "--from", raid)
    for part in ("Thursday 20 January 2022 (2022-01-20)", "Why  ", "تنظيم الدولة", "1. raid, ", str(raid)):
        assert part in said.out
    assert (said.code, said.err) == (0, "")


def test_show_tells_of_an_id_that_is_none_or_not_enough(waqai: Streams, raid: Path) -> None:
    none, several = waqai("show", "1999", "--from", raid), waqai("show", "202", "--from", raid)
    assert (none.code, none.err) == (1, "waqai: no event is called «1999»; «waqai list» shows what they are called\n")
    assert several.code == 1
    assert "several events begin with «202»" in several.err


def test_add_keeps_and_sums_up(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    """New once, duplicate afterwards; what fails is told and counted and does not stop the rest."""
    (tmp_path / "empty.txt").touch()
    first = waqai("add", raid, tmp_path / "empty.txt", tmp_path / "no.txt")
    again = waqai("add", raid)
    assert (first.code, first.out) == (1, "1 report read: 1 new, 0 duplicates, 2 failed\n")
    assert [line.split(": ")[2].split(";")[0] for line in first.err.splitlines()] == [
        "is empty",
        "there is no such file",
    ]
    assert (again.code, again.out) == (0, "1 report read: 0 new, 1 duplicate, 0 failed\n")
    assert again.err == f"waqai: {raid}: is kept already, as raid\n"


def test_what_was_added_is_what_is_listed(waqai: Streams, raid: Path) -> None:
    waqai("add", raid, "--published", "2023-02-16", "--publisher", "وكالة")
    listed = waqai("list", "--format", "json")
    [report] = json.loads(listed.out)["reports"]
    assert (report["publisher"], report["published"]["edtf"], report["path"]) == ("وكالة", "2023-02-16", str(raid))
    assert listed.err == ""


def test_before_there_is_a_library_the_sample_is_shown_and_said_to_be_one(waqai: Streams) -> None:
    said = waqai("list")
    assert said.code == 0
    assert said.err == (
        "waqai: there is no library yet, so this is the sample dossier; «waqai add PATH» begins a library\n"
    )
    assert "2023-02-10--" in said.out


def test_a_library_that_is_named_must_be_there(waqai: Streams, tmp_path: Path) -> None:
    """A slip of the finger must not show the sample as one's own."""
    said = waqai("list", "--library", tmp_path / "lib")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"waqai: there is no library at {tmp_path / 'lib'}; «waqai add PATH» makes one\n"


def test_the_library_is_where_one_says(
    waqai: Streams, raid: Path, tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line before the environment before the folder of the system."""
    assert waqai("locate", "library").out == f"{own_home}/waqai/library\n"
    assert waqai("locate", "config").out == f"{own_home}/waqai\n"
    monkeypatch.setenv("WAQAI_LIBRARY", str(tmp_path / "env"))
    assert waqai("locate", "cache").out == f"{tmp_path}/env/cache\n"
    assert waqai("--library", tmp_path / "named", "add", raid).code == 0
    assert (tmp_path / "named" / "library.json").exists()
    assert not (tmp_path / "env").exists()


def test_the_same_bytes_are_read_once(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(RAID, "utf-8")
    said = waqai("list", "--from", raid, copy, "--format", "json")
    assert [report["id"] for report in json.loads(said.out)["reports"]] == ["raid"]
    assert said.err == f"waqai: {copy}: «copy» is the same as «raid» of {raid}; it is read once\n"


def test_the_reader_needs_a_terminal(waqai: Streams, raid: Path) -> None:
    said = waqai(raid)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "waqai: the reader needs a terminal to draw in; «waqai list», «waqai show» and «waqai export» do without\n"
    )


def test_dates_explained_show_the_shapes_behind_a_value(waqai: Streams, raid: Path) -> None:
    assert "monthly «شباط الجاري»  turn: this" in waqai("dates", "--explain", raid).out


def test_a_query_reads_dates_as_a_person_types_them(waqai: Streams, raid: Path) -> None:
    said = waqai("list", 'since:"10 شباط 2023"', "until:2023-02-10", "--from", raid)
    assert [line[:12] for line in said.out.splitlines()] == ["2023-02-10--", "undated--13a"]


def test_a_conflict_copy_is_told_at_opening(waqai: Streams, raid: Path) -> None:
    waqai("add", raid)
    library = Path(waqai("locate", "library").out.strip())
    copy = library / "decisions.sync-conflict-20230210-120000-ABCDEFG.json"
    copy.touch()
    said = waqai("list")
    assert said.code == 0
    assert said.err.startswith(f"waqai: {copy}: is a conflict copy")
    assert said.out == waqai("list", "--from", raid).out


def test_what_a_format_has_no_place_for_is_told(waqai: Streams, raid: Path) -> None:
    said = waqai("export", "--format", "acled", "--from", raid)
    assert said.code == 0
    assert "left out: acled has no place for" in said.err


@pytest.mark.parametrize("words", [("--everything", "kind:denial"), ("--unredacted", "--redact", "x")], ids=" ".join)
def test_options_of_an_export_that_contradict_each_other_are_wrong_usage(
    waqai: Streams, raid: Path, words: tuple[str, ...]
) -> None:
    said = waqai("export", "--format", "csv", *words, "--from", raid)
    assert (said.code, said.out) == (2, "")
    assert "contradict each other" in said.err


DATES: dict[str, Callable[[str], list[str]]] = {
    "csv": lambda out: [row["edtf"] for row in csv.DictReader(io.StringIO(out))],
    "json": lambda out: [timex["edtf"] for report in json.loads(out) for timex in report["timexes"]],
    "jsonl": lambda out: [timex["edtf"] for line in out.splitlines() for timex in json.loads(line)["timexes"]],
    "markdown": lambda out: [
        line.split("`")[1] for line in out.splitlines() if line.startswith("| <span") or "| Feb" in line
    ],
}


@pytest.mark.parametrize("format", DATES)
def test_dates_speaks_the_forms_of_machines(waqai: Streams, raid: Path, format: str) -> None:
    said = waqai("dates", raid, "--published", "2023-02-16", "--format", format)
    assert DATES[format](said.out) == ["2023-02-10", "2023-02-15", "2022-01-20"]


SHOWN: dict[str, Callable[[str], str]] = {
    "csv": lambda out: next(csv.DictReader(io.StringIO(out)))["id"],
    "json": lambda out: str(json.loads(out)["id"]),
    "jsonl": lambda out: str(json.loads(out)["id"]) if out.count("\n") == 1 else "",
    "markdown": lambda out: out.split("- id: `")[1].split("`")[0] if "[^1]: " in out else "",
}


@pytest.mark.parametrize("format", SHOWN)
def test_show_speaks_the_forms_of_machines(waqai: Streams, raid: Path, format: str) -> None:
    said = waqai("show", "2022-01-20", "--format", format, "--from", raid)
    assert SHOWN[format](said.out).startswith("2022-01-20--")


@pytest.mark.parametrize(
    "text, id",
    [
        ("Two soldiers were killed in Kirkuk on 03/04/2022.", "2022-03-04"),
        ("Two soldiers were killed in Kirkuk on Sunday, 3 April 2022.", ""),
    ],
)
def test_a_query_reads_figures_as_texts_of_the_language_of_the_screen(
    waqai: Streams, tmp_path: Path, text: str, id: str
) -> None:
    (tmp_path / "told.txt").write_text(text, "utf-8")
    said = waqai("list", "on:03/04/2022", "--from", tmp_path)
    assert [line[:10] for line in said.out.splitlines()] == ([id] if id else [])


@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_language_of_the_screen_reads_typed_dates_first(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = speech.Speech(code)
    monkeypatch.setattr(speech, "spoken", lambda: heard)
    days = {"ar": date(2022, 4, 3), "en": date(2022, 3, 4)}[code]
    assert day_range("03/04/2022", None, languages(known())) == (days, days)


def test_a_table_in_a_file_has_the_mark_that_excel_needs(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    """A script that is piped the table gets none, and who asks for none."""
    file = tmp_path / "x.csv"
    for words, marked in (
        (("--format", "csv"), True),
        (("--format", "csv", "--bom", "off"), False),
        (("--format", "json"), False),
    ):
        waqai("export", *words, "-o", file, "--from", raid)
        assert file.read_bytes().startswith(b"\xef\xbb\xbf") is marked
    assert waqai("export", "--format", "csv", "--from", raid).out.startswith("id,")
    assert waqai("export", "--format", "csv", "--bom", "on", "--from", raid).out.startswith("\ufeffid,")


def test_an_export_is_in_the_form_of_its_name_and_bears_the_title_that_is_given(
    waqai: Streams, raid: Path, tmp_path: Path
) -> None:
    out = tmp_path / "raid.brief.md"
    said = waqai("export", "--from", raid, "--title", "The raid of February", "-o", out)
    assert said.code == 0
    assert out.read_text("utf-8").startswith("# The raid of February\n")
    waqai("export", "--from", raid, "-o", tmp_path / "raid.acled.csv")
    assert "event_id_cnty" in (tmp_path / "raid.acled.csv").read_text("utf-8")
