"""The rules by which a date finds what it dates, in the order in which they are tried; each is a verdict.

What none of them places with certainty dates nothing.
"""

from __future__ import annotations

from timeline_core.syntax.rules.dates.lexical import LEXICAL
from timeline_core.syntax.rules.dates.structural import STRUCTURAL

DATES = (*LEXICAL, *STRUCTURAL)
