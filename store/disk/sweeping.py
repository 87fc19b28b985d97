"""The garbage collector, kept away from the making of very many small objects at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Switch the garbage collector off meanwhile: it would walk over every object, again and again, and find nothing.

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
