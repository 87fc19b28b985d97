"""What a terminal does to the rows that it is sent, by name; settings and options are read with this alone.

`visual` the row as drawn; `inverse` for terminals that reorder every line from left to right; `words` for those that
turn each Arabic word round; `off` logical order and nominal letters, for a terminal trusted to do everything.
"""

from __future__ import annotations

from typing import Literal

Mode = Literal["visual", "inverse", "words", "off"]
MODES: tuple[Mode, ...] = ("visual", "inverse", "words", "off")
