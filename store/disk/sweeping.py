"""The garbage collector of Python, seldom at work."""

from __future__ import annotations

import gc

_NEW_THINGS = 4_000_000
"""Things made until garbage is looked for among them: more than stay of nine thousand reports."""


def sweep_seldom() -> None:
    """Look for garbage seldom, where what was loaded stays and there is much of it.

    Source: measured, reading reports takes a third less; 300 of them leave 55 things that only this would free.
    """
    gc.set_threshold(_NEW_THINGS)
