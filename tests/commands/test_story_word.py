"""A story as a Word document: footnotes that Word knows, Arabic from the right, nothing that breaks it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from store.intake.documents import word as reading
from store.intake.found import Source
from tests.core.stories.test_documents import TIMELINE, decided, document
from tests.core.words import teller
from timeline_core.model.decision import Act
from timeline_core.timeline import Timeline
from tui.commands.stories import word
from tui.commands.stories.word import directed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(code: str = "en", whole: Timeline = TIMELINE) -> dict[str, Any]:
    """The parts of the file, as XML."""
    content = word.export(document(code, whole), teller(code))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def texts(root: Any) -> str:  # noqa: ANN401 - an element of lxml
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


def test_every_mark_points_to_a_footnote_of_the_file() -> None:
    found = parts()
    marks = [node.get(f"{W}id") for node in found["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = [node.get(f"{W}id") for node in found["word/footnotes.xml"].iter(f"{W}footnote")]
    assert (marks, notes) == (["1", "2", "3"], ["-1", "0", "1", "2", "3"])
    assert "“A fire destroyed the old mill in Kirkuk on 9 May 2023”" in texts(found["word/footnotes.xml"])
    assert any("footnotes.xml" in node.get("Target") for node in found["word/_rels/document.xml.rels"])


def test_it_is_read_again_as_a_report_with_its_footnotes() -> None:
    content = word.export(document(), teller("en"))
    [found] = reading.read(Source("story.docx", content))
    assert "Nobody # knows *why*." in found.text
    assert "The Valley <Post>" in found.text


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_is_arabic_is_set_from_the_right(code: str) -> None:
    body = parts(code)["word/document.xml"]
    paragraphs = {texts(one)[:6]: one.find(f"{W}pPr/{W}bidi") is not None for one in body.iter(f"{W}p")}
    assert paragraphs["Nobody"] is False
    assert paragraphs["يوم ال" if code == "ar" else "On Wed"] is (code == "ar")
    runs = [(texts(run), run.find(f"{W}rPr/{W}rtl") is not None) for run in body.iter(f"{W}r")]
    assert all(right for text, right in runs if "مدنيين" in text)
    assert not any(right for text, right in runs if "Nobody" in text)


def test_changed_evidence_stands_below_its_sentence_and_the_hash_in_the_custody() -> None:
    said = texts(parts(whole=decided(Act.DATE, "2023-05-10", "10 May 2023"))["word/document.xml"])
    assert "⚠ Not confirmed since its evidence changed: the day was “Tuesday 9 May 2023”" in said
    assert document().custody[0].sha256 in said


@pytest.mark.parametrize(
    ("text", "rtl", "stretches"),
    [
        ("a fire", False, [("a fire", False)]),
        ("نار (fire) كبيرة", True, [("نار (", True), ("fire", False), (") كبيرة", True)]),
        ("fire «نار».", False, [("fire «", False), ("نار", True), ("».", False)]),
        ("fire «\u2068«نار»\u2069».", False, [("fire «", False), ("«نار»\u200f", True), ("».", False)]),
        ("", True, []),
    ],
)
def test_words_are_parted_by_direction(text: str, rtl: bool, stretches: list[tuple[str, bool]]) -> None:
    assert [*directed(text, rtl=rtl)] == stretches


def test_without_python_docx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(word.NoWordError, match=r"waqai\[docx\]"):
        word.export(document(), teller("en"))
