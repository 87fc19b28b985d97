"""JSON of the trade: where in it the reports are. Whole values, and streams that need not be in memory.

A list of objects; an object that holds such a list under a usual name; a list of lists, as all chats of an account.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from store.intake.guard import extra, parsing
from store.intake.result import Refused

Context = Mapping[str, object]
"""What the objects around a report say."""

_LISTS = """
data items messages posts articles results entries statuses tweets reports hits documents list chats value rows records
stories response children orderedItems events
"""
LISTS = frozenset(_LISTS.split())
"""Names under which a list of reports, or an object that holds one, stands."""
_WRAPS = ("data", "_source", "fields", "attributes", "node", "post")
"""Names under which one report lies in an object of its own."""
_DEEPEST = 5
_BROKEN = "save it anew; what stood before the break is kept"


def reports(value: object) -> Iterator[tuple[Context, dict[str, object]]] | None:
    """Every object that a list within the value holds, with what is said around it; None where there is no list."""
    found = list(_lists(value, {}, 0))
    if not found:
        return None
    return ((context, unwrapped(item)) for context, items in found for item in items)


def _lists(value: object, context: Context, depth: int) -> Iterator[tuple[Context, list[dict[str, object]]]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        items = [item for item in value if isinstance(item, dict)]
        inner = [found for item in items for found in _within(item, context, depth) if _is_container(item)]
        if inner:
            yield from inner
        elif items:
            yield context, items
    elif isinstance(value, dict):
        yield from _within(value, context, depth)


def _within(
    value: Mapping[str, object], context: Context, depth: int
) -> Iterator[tuple[Context, list[dict[str, object]]]]:
    said = {**context, **{name: one for name, one in value.items() if name not in LISTS}}
    for name, one in value.items():
        if name in LISTS and isinstance(one, list | dict):
            yield from _lists(one, said, depth + 1)


def _is_container(item: Mapping[str, object]) -> bool:
    """A chat among chats has messages; a post of Facebook has `data` too, and is none."""
    return any(name in item for name in ("messages", "items", "posts", "list")) and "timestamp" not in item


def unwrapped(item: dict[str, object]) -> dict[str, object]:
    """The report itself: `{"id": …, "fields": {"title": …}}` is what its `fields` hold, and its id."""
    for name in _WRAPS:
        inner = item.get(name)
        if isinstance(inner, dict) and len(inner) > 1:
            return {**{key: one for key, one in item.items() if not isinstance(one, dict | list)}, **inner}
    return item


def streamed(file: BinaryIO) -> Iterator[tuple[Context, dict[str, object]]]:
    """As `reports`, of a file: one object is in memory at a time.

    Raises:
        Refused: it is broken; what stood before was given.
    """
    with extra("files", "a JSON file that is too large to be read as a whole"):
        import ijson
    builder, depth = None, 0
    around: dict[str, dict[str, object]] = {}
    with parsing("JSON", _BROKEN):
        for prefix, event, value in ijson.parse(file, use_float=True):
            if builder is not None:
                builder.event(event, value)
                depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
                if depth == 0:
                    made = builder.value
                    builder = None
                    yield _around(around, prefix), unwrapped(made)
            elif event == "start_map" and _is_report(prefix):
                builder, depth = ijson.ObjectBuilder(), 1
                builder.event(event, value)
            elif event in ("string", "number", "boolean") and "." not in prefix.rpartition(".")[2]:
                home, _, name = prefix.rpartition(".")
                around.setdefault(home, {})[name] = value
            elif event == "start_map":
                around.pop(prefix, None)


def _is_report(prefix: str) -> bool:
    """Whether an object at this place is a report: an item of a list of a usual name, and no chat of an account."""
    steps = prefix.split(".")
    if steps[-1] != "item":
        return False
    return len(steps) == 1 or (steps[-2] in LISTS and steps[-3:-1] != ["chats", "list"])


def _around(around: Mapping[str, Mapping[str, object]], prefix: str) -> Context:
    said: dict[str, object] = {}
    for home, values in around.items():
        if home == "" or prefix.startswith(f"{home}."):
            said |= values
    return said


__all__ = ["LISTS", "Context", "Refused", "reports", "streamed", "unwrapped"]
