"""In which forms a story is written."""

from __future__ import annotations

from collections.abc import Mapping

from tui.i18n.speech import later

FORMS: Mapping[str, str] = {
    ".md": later("Markdown with footnotes"),
    ".html": later("a page for any browser"),
    ".docx": later("a Word document with footnotes"),
    ".pdf": later("pages for printing (PDF), where LibreOffice is installed"),
    ".svg": later("a picture of its events (SVG)"),
}
"""How the file of a story ends -> what a person calls that form; a message of the screen."""
