"""Words without the marks of Markdown and without the addresses of pages that stand among them."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,200})\]\((?:https?://|www\.|/|#|mailto:)[^()\s]{0,500}\)")
_ADDRESS = re.compile(r"\s*(?<![^\s(«\"“])(?:https?://|www\.)[^\s<>\"»)]+")
_STRONG = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
)
"""What opens or closes emphasis; the star of "2*3" and the dash of a name like "a_b" stand within words."""


def without_markup(text: str) -> str:
    """«**غارة** على [سوق](https://…)» → «غارة على سوق»; "Clinic burned https://…" → "Clinic burned"."""
    if "](" in text:
        text = _LINK.sub(lambda hit: hit["words"], text)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub("", text)
    return _STRONG.sub("", text) if "*" in text or "_" in text else text
