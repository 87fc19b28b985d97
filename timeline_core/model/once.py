"""`cached_property`: a property that is worked out when it is first asked for, and then kept with its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801 named as that of the standard library
    """As `functools.cached_property` of Python 3.12: without the lock of before, which costs as much as a small value.

    Source: measured; a report asks for hundreds of such properties, and one thread reads it.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, one: None, owner: type | None = None) -> cached_property[T]: ...
    @overload
    def __get__(self, one: object, owner: type | None = None) -> T: ...
    def __get__(self, one: object | None, owner: type | None = None) -> cached_property[T] | T:
        if one is None:
            return self
        found = one.__dict__[self._name] = self._make(one)
        return found
