"""A story as PDF: the Word document, set by LibreOffice, which shapes Arabic and numbers footnotes.

No library that we use sets Arabic from right to left with footnotes on its pages, so a program of the machine does it.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from tui.commands.stories import word
from tui.i18n.speech import say

if TYPE_CHECKING:
    from timeline_core.stories.document import Document
    from timeline_core.view.teller import Teller

_PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 120
"""Seconds for one document; the first start of LibreOffice takes some ten."""


class NoPdfError(TimelineError):
    """No program that sets it is installed, or it failed."""


def export(document: Document, tell: Teller) -> bytes:
    """The bytes of the file.

    Raises:
        NoPdfError: LibreOffice is not there, or makes nothing of the document.
        NoWordError: python-docx is not there.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NoPdfError(say("PDF needs LibreOffice on this machine; or write .docx, and print that"))
    with tempfile.TemporaryDirectory(prefix="waqai-") as folder:
        source = Path(folder, "story.docx")
        source.write_bytes(word.export(document, tell))
        apart = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        asked = [program, apart, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            subprocess.run(asked, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise NoPdfError(say("LibreOffice made no PDF of it; write .docx, and print that")) from error
