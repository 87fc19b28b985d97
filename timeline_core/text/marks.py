"""Marks as every script writes them, for classes of regular expressions: where a text is cut, whatever its language."""

from __future__ import annotations

TATWEEL = "\u0640"
"""Lengthens a letter; standing alone it is written for a dash."""
DASHES = f"-–—{TATWEEL}"
"""The hyphen stands first, so that it makes no range."""
COMMAS = ",،"
STOPS = ".!?؟…۔"
"""What a sentence ends on."""
NARROW = "\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u060c\u061b\u061f\u0621-\u064a\u0660-\u0669\u2013-\u2026"
"""Letters and marks that take one cell each."""
