"""Lines of `waqai export --format jsonl` that are no reports: the head, events, decisions."""

from __future__ import annotations

import re

_HEAD = re.compile(rb'\s*\{"type": "head", "format": "waqai-lines/\d+"')
_OTHER = re.compile(rb'\s*\{"type": "(?:head|event|decision)", ')


def is_head(line: bytes) -> bool:
    """True for the first line of an export."""
    return _HEAD.match(line) is not None


def is_no_report(line: bytes) -> bool:
    """True for a line of an export that is no report: the head, an event, a decision."""
    return _OTHER.match(line) is not None
