"""No class grows out of sight by inheriting: what it has from classes of ours counts as if it stood in it."""

from __future__ import annotations

import inspect
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType

from tests.architecture.test_rooms import PACKAGES, SOURCES
from timeline_core.model.once import cached_property as our_cached_property
from tui.app.app import WaqaiApp

MOST = 25


def methods(of: type) -> set[str]:
    """Names of what can be called on it, or computed, as a class of ours writes it; not what `dataclass` makes."""
    callable_ones = (property, cached_property, our_cached_property, classmethod, staticmethod)
    return {
        name
        for one in of.__mro__
        if one.__module__.partition(".")[0] in PACKAGES
        for name, value in vars(one).items()
        if isinstance(value, callable_ones) or (inspect.isfunction(value) and _written(value))
    }


def _written(method: FunctionType) -> bool:
    return Path(method.__code__.co_filename).is_file()


def every_class() -> list[type]:
    modules = [import_module(name) for name in SOURCES if not name.endswith("__main__") and ".former" not in name]
    return [one for module in modules for one in vars(module).values() if inspect.isclass(one) and ours(one, module)]


def ours(one: type, module: object) -> bool:
    return one.__module__ == getattr(module, "__name__", "")


def test_no_class_has_more_methods_than_a_reader_can_hold_with_all_that_it_inherits() -> None:
    higher = {one.__name__: len(methods(one)) for one in every_class() if len(methods(one)) > MOST}
    assert higher == {}, "hold the parts as objects instead of inheriting them"


def test_the_app_is_counted_with_what_it_stands_on() -> None:
    assert {"action_do", "tell", "get_line_filters"} <= methods(WaqaiApp)
    assert "run_action" not in methods(WaqaiApp), "Textual's own do not count"
