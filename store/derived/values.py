"""Turns any value of the core into plain values of JSON and back, by its class alone; for what may be derived anew.

What a person's data is kept as has a `codec` by hand, with words for what is wrong; here a class that changes makes
another cache, and what does not fit is no cache.
"""

# ruff: noqa: ANN401 - any value
from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from timeline_core.model.when import Mod, Precision, When

Turn = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """The value as lists, words, numbers and None."""
    kind: Any = type(value)
    return _plain(kind)(value)


def made(kind: Any, value: Any) -> Any:
    """Make the value of that class again from the lists that `plain` made of it.

    Raises:
        ValueError, TypeError, LookupError: it was made of another class.
    """
    return _made(kind)(value)


def _same(value: Any) -> Any:
    return value


@cache
def _plain(hint: Any) -> Turn:
    if dataclasses.is_dataclass(hint):
        turns = [(name, _plain(kind)) for name, kind in _fields(hint)]
        return lambda value: [turn(getattr(value, name)) for name, turn in turns]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        turn = _plain(_some(inner))
        return lambda value: None if value is None else turn(value)
    if origin is tuple and inner[-1] is not Ellipsis:
        each = [_plain(kind) for kind in inner]
        return lambda value: [turn(one) for turn, one in zip(each, value, strict=True)]
    if origin in (tuple, frozenset):
        turn, ordered = _plain(inner[0]), sorted if origin is frozenset else list
        return lambda value: [turn(one) for one in ordered(value)]
    if origin is not None and issubclass(origin, Mapping):
        turn = _plain(inner[1])
        return lambda value: {key: turn(one) for key, one in value.items()}
    if _is_named_tuple(hint):
        return list
    return date.isoformat if hint is date else _same


@cache
def _made(hint: Any) -> Turn:
    if hint is When:
        return _when
    if dataclasses.is_dataclass(hint):
        turns = [_made(kind) for _, kind in _fields(hint)]
        kind = typing.cast("Callable[..., Any]", hint)
        return lambda value: kind(*[turn(one) for turn, one in zip(turns, value, strict=True)])
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        turn = _made(_some(inner))
        return lambda value: None if value is None else turn(value)
    if origin is tuple and inner[-1] is not Ellipsis:
        each = [_made(kind) for kind in inner]
        return lambda value: tuple([turn(one) for turn, one in zip(each, value, strict=True)])
    if origin in (tuple, frozenset):
        turn = _made(inner[0])
        return lambda value: origin([turn(one) for one in value])
    if origin is not None and issubclass(origin, Mapping):
        turn = _made(inner[1])
        return lambda value: {key: turn(one) for key, one in value.items()}
    return _made_scalar(hint)


def _made_scalar(hint: Any) -> Turn:
    if hint is date:
        return date.fromisoformat
    if _is_named_tuple(hint):
        return lambda value: hint(*value)
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _same


def _is_named_tuple(hint: Any) -> bool:
    """True for one of plain values, such as a point."""
    return isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields")


def _some(inner: tuple[Any, ...]) -> Any:
    [kind] = [kind for kind in inner if kind is not type(None)]
    return kind


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in dataclasses.fields(kind) if field.init]


def _when(value: list[Any]) -> When:
    return _known_when(*value)


@lru_cache(4_096)
def _known_when(edtf: str, mod: str | None, precision: str) -> When:
    """Many events share a day, and reading one costs more than all the rest of an event."""
    return When(edtf, None if mod is None else Mod(mod), Precision(precision))
