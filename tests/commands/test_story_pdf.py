"""A story as PDF: set by LibreOffice where it is there, refused in words where it is not."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.core.stories.test_documents import document
from tests.core.words import teller
from tui.commands.stories import pdf


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(pdf.NoPdfError, match="needs LibreOffice"):
        pdf.export(document(), teller("en"))


def test_a_program_that_fails_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")

    def failed(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 1)

    monkeypatch.setattr(subprocess, "run", failed)
    with pytest.raises(pdf.NoPdfError, match="made no PDF"):
        pdf.export(document(), teller("en"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("code", ["en", "ar"])
def test_it_is_a_file_of_pages(code: str) -> None:
    made = pdf.export(document(code), teller(code))
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
