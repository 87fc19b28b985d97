"""Which of several a definite noun stands for: the one that the text speaks of.

Source:
    Salience by mentions (Lappin and Leass 1994). DESIGN.md section 6: what can stand for two stands for neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def salient(mentions: Sequence[str]) -> str:
    """The only one, or the one that is named most, and last; empty where there is none.

    Args:
        mentions: ids, in the order of the text, each as often as it is named.
    """
    if not mentions:
        return ""
    counted = Counter(mentions)
    most = max(counted.values())
    first = [id for id, count in counted.items() if count == most]
    return first[0] if len(first) == 1 and (len(counted) == 1 or mentions[-1] == first[0]) else ""
