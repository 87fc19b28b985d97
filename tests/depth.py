"""How much the widest tests look at: a share of it in CI, all of it in `make deep`."""

from __future__ import annotations

import os

IS_DEEP = os.environ.get("WAQAI_DEEP") == "1"
"""True in `make deep`, which has the time for every fault, every phrase and every report."""


def one_in(many: int) -> int:
    """The step with which a test goes through what it has to look at: so many, and each one in `make deep`.

    Choose a number that shares no factor with what turns in the list (nine faults, eight bits), so that each comes up.
    """
    return 1 if IS_DEEP else many
