"""The screen as a picture that reads right wherever it is shown: its Arabic is in the order of the eye already."""

from __future__ import annotations

_STYLE = "<style>\n    text { unicode-bidi: bidi-override; direction: ltr; white-space: pre; }\n"
_FONTS = "Fira Code, DejaVu Sans Mono, monospace"


def picture(svg: str) -> str:
    """The SVG with nothing in it for a browser to reorder, and with every space kept."""
    drawn = svg.replace("<svg ", '<svg xml:space="preserve" ', 1).replace("<style>", _STYLE, 1)
    return drawn.replace("Fira Code, monospace", _FONTS)
