"""After an act upon names only the reports are read again that it may touch; what is kept of all others holds on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from store.decisions import acts
from store.derived.kept_accounts import KeptAccounts
from store.reports.library import Library
from timeline_core.decisions.names import apply_names
from timeline_core.decisions.touched import Touched, touched
from timeline_core.knowledge import Knowledge
from timeline_core.model.decision import Decision
from timeline_core.model.report import Report


@dataclass(frozen=True, slots=True)
class Naming:
    """What a person said about names, and what reports are read with. Both are loaded only when something differs."""

    acts: Sequence[Decision]
    load: Callable[[], Knowledge]
    """Without the acts."""
    applied: Callable[[], Knowledge]
    """With them."""


def carry_over(kept: KeptAccounts, reports: Mapping[bytes, Report], library: Library, naming: Naming) -> None:
    """Let the accounts that were made with other names hold now too, where that changes nothing.

    Args:
        reports: key -> the report without its text, of those of which no account is kept for the names of now.
    """
    for said, keys in kept.others(reports).items():
        found = _touched(said, naming)
        if found is not None:
            kept.take_over([key for key in keys if not _is_touched(found, kept, key, reports[key], library)])
    kept.remember(json.dumps([acts.document(one) for one in naming.acts], ensure_ascii=False))


def _touched(said: str, naming: Naming) -> Touched | None:
    """None for acts that cannot be read: then all is read again."""
    try:
        before = [acts.decision(document) for document in json.loads(said)]
    except (ValueError, TypeError, acts.ActError):
        return None
    gazetteer, now = naming.load().gazetteer, naming.applied()
    return touched(apply_names(gazetteer, before), now.gazetteer, now.naming.transliteration.key, now.world)


def _is_touched(found: Touched, kept: KeptAccounts, key: bytes, bare: Report, library: Library) -> bool:
    if not found:
        return False
    account = kept.older(key, bare)
    return account is None or found.meets(account, library.whole(bare))
