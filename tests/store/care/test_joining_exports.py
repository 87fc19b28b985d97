"""Libraries of which one took messages from an export of the other hold each of them once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.care.joining import join
from store.reports.library import Library
from store.reports.original import MESSAGE, Original, digest
from timeline_core.model.decision import Act, Decision, Hold, Target
from timeline_core.model.when import When

TEXT = "A bridge fell yesterday."


def message(day: str = "2021-03-08") -> Original:
    """As the export of a chat gives it: its bytes are more than its text."""
    plain = text_only(day)
    content = MESSAGE + b'"moment": "' + day.encode() + b'", "text": "' + TEXT.encode() + b'"}\n'
    report = replace(plain.report, sha256=digest(content), text_sha256=plain.report.sha256)
    return Original(report, content)


def text_only(day: str = "2021-03-08") -> Original:
    """As an export of Waqai gives it back."""
    original = Original.of_text("a", TEXT)
    return replace(original, report=replace(original.report, published=When(day)))


def test_a_message_is_not_taken_in_beside_its_text(tmp_path: Path) -> None:
    here, there = Library(tmp_path / "here"), Library(tmp_path / "there")
    here.add([text_only()])
    there.add([message()])
    assert here.add([message()]).duplicates == (("a", "a"),)
    assert (join(here, there.folder).new, join(there, here.folder).new) == ([], [])


def test_the_same_words_of_another_day_are_another_message(tmp_path: Path) -> None:
    here = Library(tmp_path / "here")
    here.add([text_only()])
    assert here.add([message("2021-03-09")]).new == ("a-2",)


def test_what_was_decided_there_hangs_on_the_words_here(tmp_path: Path) -> None:
    here, there = Library(tmp_path / "here"), Library(tmp_path / "there")
    here.add([text_only()])
    there.add([message()])
    hold = Hold(message().report.sha256, 0, 13, TEXT[:13], "", TEXT[13:], "occurrence")
    there.decisions.record_all([Decision("", Act.STAR, "", "huda", (Target("e", (hold,)),))])
    there.decisions.close()
    join(here, there.folder)
    [kept] = here.decisions.log()
    assert kept.targets[0].holds[0].report == text_only().report.sha256
