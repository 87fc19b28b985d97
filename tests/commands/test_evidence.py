"""Evidence of who decided what and when: one head of all decisions, hashes of all files, a known name, words kept."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from store.care import sessions
from store.decisions import acts, compaction, proof
from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.commands.words import Streams
from timeline_core.model.decision import Act, Decision, Hold, Target
from tui.commands.shared import person
from tui.settings import config

TEXT = "A bridge in Manara was opened on 3 May 2021."
OTHER = "A school in Manara was closed on 4 June 2021."


@pytest.fixture
def library(waqai: Streams, tmp_path: Path) -> Library:
    """Two reports, and decisions that hang on one, on the other and on both."""
    for name, text in (("one.txt", TEXT), ("two.txt", OTHER)):
        waqai("add", written(tmp_path / name, text))
    library = Library(Path(waqai("locate", "library").out.strip()))
    first, second = (
        Hold(report.sha256, 0, 8, report.text[:8]) for report in sorted(library.reports(), key=lambda one: one.id)
    )
    decisions = library.decisions
    decisions.record(Act.ACCEPT, "lina", [Target("e1", (first,), "A bridge was opened")])
    decisions.record(Act.NOTE, "lina", [Target("e1", (first,), "A bridge was opened")], ["ask the mason"])
    decisions.record(Act.STAR, "lina", [Target("e2", (second,), "A school was closed")])
    decisions.record(Act.MERGE, "lina", [Target("e1", (first,), "A bridge"), Target("e2", (second,), "A school")])
    return library


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def head(log: Sequence[Decision]) -> str:
    return proof.heads(map(acts.document, log))[-1] if log else proof.EMPTY


def whole(folder: Path) -> str:
    """All that any file of the library holds."""
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file())


def test_the_head_of_the_decisions_is_the_same_until_one_is_changed(waqai: Streams, library: Library) -> None:
    noted = waqai("library", "log", "--proof").out
    assert noted == f"{head(library.decisions.log())}  4 decisions\n"
    library.decisions.record(Act.UNSTAR, "lina")
    library.decisions.compact()
    assert waqai("library", "log", "--proof").out != noted
    assert waqai("library", "log", "--proof", "4").out == noted
    assert noted.split()[0] == compaction.kept(library.folder)[4]["chain"]
    assert waqai("library", "verify", "--head", noted.split()[0]).err.startswith(
        f"waqai: {noted.split()[0]} is the head of 4 decisions that are here\n"
    )
    said = waqai("library", "verify", "--head", head([]))
    assert (said.code, "one was changed, moved or taken out" in said.out) == (1, True)
    assert waqai("library", "log", "--proof", "6").code == 1
    log = [*library.decisions.log()]
    assert len({head(log), head(log[:-1]), head([log[1], log[0], *log[2:]]), head([])}) == 4


def test_a_manifest_is_checked_without_waqai(waqai: Streams, library: Library, tmp_path: Path) -> None:
    listed = waqai("library", "verify", "--manifest").out
    assert len(listed.splitlines()) == 5
    sums = written(tmp_path / "sums", listed)
    check = ["sha256sum", "-c", "--quiet", str(sums)]
    assert subprocess.run(check, cwd=library.folder, check=False, capture_output=True).returncode == 0
    text = next((library.folder / "texts").iterdir())
    text.write_bytes(text.read_bytes() + b" ")
    assert subprocess.run(check, cwd=library.folder, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("content", ['[person]\nname = "Lina', "[person]\nname = 7\n", "person = 3\n", "\xff"])
def test_no_decision_bears_another_name_than_the_settings_say(waqai: Streams, library: Library, content: str) -> None:
    file = config_file()
    file.write_bytes(content.encode("latin-1"))
    said = waqai("decide", "e1", "star")
    assert said.code == 1
    assert "mend the file, or say --who NAME" in said.err
    with pytest.raises(config.ConfigError):
        person.name()
    file.write_text('[person]\nname = "Lina"\n[screen]\ntheme = "none such"\n')
    assert person.name() == "Lina"
    assert len(library.decisions.log()) == 4


def config_file() -> Path:
    from store.disk import paths

    file = paths.config() / config.FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def test_bytes_that_are_no_text_are_refused_with_the_remedy(library: Library) -> None:
    for who, values in (("caf\udce9", ()), ("lina", ("a note \udcd9\udc85",))):
        with pytest.raises(LibraryError, match=r"no text .*; type them in a UTF-8 locale, such as LC_ALL=C.UTF-8"):
            library.decisions.record(Act.NOTE, who, values=values)
    drafts = [Decision("", Act.STAR, "", "lina"), Decision("", Act.NOTE, "", "lina", values=("\ud800",))]
    with pytest.raises(LibraryError):
        library.decisions.record_all(drafts)
    assert len(library.decisions.log()) == 4
    assert library.decisions.record(Act.NOTE, "لينا", values=("غارة",)).values == ("غارة",)


def test_a_draft_is_kept_until_it_is_forgotten(tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert sessions.drafted(library, "e1", None) == ""
    sessions.drafted(library, "e1", "half a no")
    sessions.drafted(library, "e2", "other")
    assert sessions.drafted(library, "e1", None) == "half a no"
    sessions.drafted(library, "e1", "")
    assert [sessions.drafted(library, id, None) for id in ("e1", "e2")] == ["", "other"]
    sessions.file(library).with_suffix(".drafts").write_text("[1")
    assert sessions.drafted(library, "e2", None) == ""


def test_what_is_forgotten_is_in_no_file_of_the_library(waqai: Streams, library: Library) -> None:
    library.decisions.compact()
    assert "bridge" in whole(library.folder)
    asked = waqai("library", "forget", "one")
    assert asked.code == 1
    assert "would be removed: 2 decisions" in asked.out
    assert "say --yes" in asked.err
    assert len(Library(library.folder).reports()) == 2
    said = waqai("library", "forget", "one", "--yes")
    assert said.code == 0
    assert "removed: its words in 1 decision that" in said.out
    assert "out of reach: backups and exports" in said.out
    left = whole(library.folder)
    assert "bridge" not in left
    assert "mason" not in left
    again = Library(library.folder)
    assert [report.text for report in again.reports()] == [OTHER]
    assert [one.act for one in again.decisions.log()] == [Act.STAR, Act.MERGE]
    assert waqai("library", "verify").err.endswith("1 report and 2 decisions: all is well\n")
    again.decisions.record(Act.ACCEPT, "lina")
    assert len(Library(library.folder).decisions.log()) == 3
    assert waqai("library", "forget", "one", "--yes").code == 1


def test_a_repair_reads_sound_originals_anew(waqai: Streams, library: Library) -> None:
    shard = library.folder / "reports" / "0001.json"
    shard.write_bytes(shard.read_bytes()[:40])
    said = waqai("library", "repair")
    assert "2 reports read anew from what is kept of them" in said.out
    assert {report.text for report in Library(library.folder).reports()} == {TEXT, OTHER}
    assert waqai("library", "verify").code == 0


def test_verify_compares_what_is_kept_with_the_original(waqai: Streams, tmp_path: Path) -> None:
    page = '<html><head><title>Flood in Manara</title><meta name="date" content="2021-05-03"></head><p>A dam broke.'
    folder = tmp_path / "pages"
    waqai("--library", folder, "add", written(tmp_path / "flood.html", page))
    assert waqai("--library", folder, "library", "verify").code == 0
    changed(folder, "Flood in Manara", "Flood in Halem")
    changed(folder, "2021-05-03", "2022-05-03")
    said = waqai("--library", folder, "library", "verify")
    assert said.code == 1
    assert "its title is kept as «Flood in Halem», and its original says «Flood in Manara»" in said.out
    assert "its day is kept as 2022-05-03, and its original says 2021-05-03" in said.out


def changed(folder: Path, old: str, new: str) -> None:
    """Change it in the file of reports, and seal that again, as somebody who knows how would."""
    from store.disk.atomic import AtomicJSON

    [file] = (folder / "reports").glob("*.json")
    tables = AtomicJSON(file).read() or {}
    for table in tables.values():
        for document in table.values():
            for name, value in document.items():
                if value == old:
                    document[name] = new
                elif isinstance(value, dict) and value.get("edtf") == old:
                    document[name] = {**value, "edtf": new}
    AtomicJSON(file).write(tables)
