"""Marks as every script writes them, for classes of regular expressions: where a text is cut, whatever its language."""

from __future__ import annotations

TATWEEL = "\u0640"
"""Lengthens a letter; standing alone it is written for a dash."""
DASHES = f"-–—{TATWEEL}"
"""The hyphen stands first, so that it makes no range."""
COMMAS = ",،"
STOPS = ".!?؟…۔"
"""What a sentence ends on."""
