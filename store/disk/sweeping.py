"""The garbage collector of Python, seldom at work, or switched off while very many small objects are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_THINGS = 400_000
"""Things made until garbage is looked for among them."""


def sweep_seldom() -> None:
    """Look for garbage seldom, where what was loaded stays and there is much of it.

    Source: measured, reading reports takes a third less.
    """
    gc.set_threshold(_NEW_THINGS)


@contextmanager
def unswept() -> Iterator[None]:
    """Switch the garbage collector off in a `with`: it would visit every new object again and again for nothing.

    Source: measured, reading 100,000 decisions takes half the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
