"""Decision ↔ the plain values that are kept of it, and what makes a new one. Pure: knows neither TinyDB nor files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision, Hold, Target

_ACTS = frozenset(Act)
_TEXTS = ("id", "at", "who")


class ActError(TimelineError):
    """A document is not a valid decision; the message says what is wrong with it."""


def is_text(word: str) -> bool:
    """False for bytes that no encoding made letters of: as surrogates they come from a terminal that is not UTF-8."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def document(decision: Decision) -> dict[str, Any]:
    """The decision as plain values, in a stable order; fields that say nothing are left out."""
    kept: dict[str, Any] = {
        "id": decision.id,
        "act": decision.act.value,
        "at": decision.at,
        "who": decision.who,
        "values": list(decision.values),
        "undoes": decision.undoes,
        "cleared": decision.cleared,
        "before": decision.before,
        "targets": [_target_document(target) for target in decision.targets],
    }
    return {name: value for name, value in kept.items() if value or name in ("id", "act", "at", "who")}


def decision(document: Mapping[str, Any]) -> Decision:
    """The decision that `document` was made of.

    Raises:
        ActError: a field is missing or of another kind.
    """
    texts = {name: _text(document, name) for name in _TEXTS}
    values = document.get("values", [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ActError(f"decision {texts['id']} has «values» that are no words")
    targets = document.get("targets", [])
    if not isinstance(targets, list):
        raise ActError(f"decision {texts['id']} has «targets» that are none")
    return Decision(
        act=_act(document),
        targets=tuple(_target(target) for target in targets),
        values=tuple(values),
        undoes=_text(document, "undoes", ""),
        cleared=bool(document.get("cleared", False)),
        before=_text(document, "before", ""),
        **texts,
    )


def _target_document(target: Target) -> dict[str, Any]:
    kept = {"event": target.event, "title": target.title}
    return {
        **{name: value for name, value in kept.items() if value},
        "holds": [_hold_document(h) for h in target.holds],
    }


def _hold_document(hold: Hold) -> dict[str, Any]:
    kept: dict[str, Any] = {"report": hold.report, "start": hold.start, "end": hold.end, "exact": hold.exact}
    around = (("prefix", hold.prefix), ("suffix", hold.suffix), ("kind", hold.kind), ("by", hold.by))
    kept.update((name, value) for name, value in around if value)
    return kept


def _act(document: Mapping[str, Any]) -> Act:
    name = _text(document, "act")
    if name not in _ACTS:
        raise ActError(f"«{name}» is no act that this Waqai knows")
    return Act(name)


def _target(document: object) -> Target:
    if not isinstance(document, Mapping) or not isinstance(document.get("holds"), list):
        raise ActError(f"{document!r} is no target of a decision")
    holds = tuple(_hold(hold) for hold in document["holds"])
    return Target(_text(document, "event", ""), holds, _text(document, "title", ""))


def _hold(document: object) -> Hold:
    """The hold of a document; checked by hand, since a log has more of these than of anything else."""
    if not isinstance(document, dict):
        raise ActError(f"{document!r} is no quote that a decision hangs on")
    given = document.get
    start: Any = given("start")
    end: Any = given("end")
    texts: Any = (
        given("report"),
        given("exact"),
        given("prefix", ""),
        given("suffix", ""),
        given("kind", ""),
        given("by", ""),
    )
    if type(start) is int and type(end) is int and 0 <= start <= end and all(type(text) is str for text in texts):
        return Hold(texts[0], start, end, *texts[1:])
    raise ActError(f"{document!r} is no quote that a decision hangs on")


def _text(document: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = document.get(name, default)
    if not isinstance(value, str):
        raise ActError(f"decision {document.get('id')!r} has no «{name}»")
    return value
