"""Decision ↔ the plain values that are kept of it, and what makes a new one. Pure: knows neither TinyDB nor files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from timeline_core.decision import Act, Decision, Hold, Target
from timeline_core.errors import TimelineError

_ACTS = frozenset(Act)
_TEXTS = ("id", "at", "who")
_MAY_LACK = ("prefix", "suffix", "kind")
_HOLD = {field.name: int if field.name in ("start", "end") else str for field in fields(Hold)}


class ActError(TimelineError):
    """What should be a decision is none; the message says what is wrong with it."""


def document(decision: Decision) -> dict[str, Any]:
    """All of a decision, in a stable order; what says nothing is left out."""
    kept: dict[str, Any] = {
        "id": decision.id,
        "act": decision.act.value,
        "at": decision.at,
        "who": decision.who,
        "values": list(decision.values),
        "undoes": decision.undoes,
        "cleared": decision.cleared,
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
        **texts,
    )


def _target_document(target: Target) -> dict[str, Any]:
    kept = {"event": target.event, "title": target.title}
    holds = [
        {name: value for name, value in asdict(hold).items() if value != "" or name not in _MAY_LACK}
        for hold in target.holds
    ]
    return {**{name: value for name, value in kept.items() if value}, "holds": holds}


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
    if not isinstance(document, Mapping):
        raise ActError(f"{document!r} is no quote that a decision hangs on")
    given = {name: document[name] for name in _HOLD if name in document}
    wrong = [name for name, value in given.items() if type(value) is not _HOLD[name]]
    try:
        hold = Hold(**given)
    except TypeError as error:
        raise ActError(f"{document!r} is no quote that a decision hangs on") from error
    if wrong or not 0 <= hold.start <= hold.end:
        raise ActError(f"{document!r} is no quote that a decision hangs on")
    return hold


def _text(document: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = document.get(name, default)
    if not isinstance(value, str):
        raise ActError(f"decision {document.get('id')!r} has no «{name}»")
    return value
