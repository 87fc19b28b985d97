"""A short head that stands for every decision of a library: who has noted it can show later that none was changed.

Each act is hashed with the head of the one before it, as in a chain of commits; so the head of the first hundred acts
is the same whenever it is worked out, and another one where any of them, or their order, is another.

Source:
    Hash chains (Haber and Stornetta 1991).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from store.decisions import acts
from timeline_core.model.decision import Decision


def head(log: Iterable[Decision]) -> str:
    """The head of these acts, in the order in which the library recorded them: 64 hexadecimal digits."""
    found = ""
    for one in log:
        said = json.dumps(acts.document(one), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        found = sha256(f"{found}\n{said}".encode("ascii")).hexdigest()
    return found or sha256(b"").hexdigest()
