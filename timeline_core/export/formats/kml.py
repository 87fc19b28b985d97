"""The timeline as KML, for Google Earth and other globes: a placemark for each event and place.

Precision: the pin is small where the spot is known and large where only a district or country is, and both its
description and its data say which. A day, month or year is a `TimeStamp`; what takes two ends, or has one open, is a
`TimeSpan`; without a date there is neither. What has no point stands in a folder of its own.

Source:
    OGC 07-147r2, KML 2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline_core.export import words
from timeline_core.export.element import Html, element, isolate, line
from timeline_core.export.ends import ends, written
from timeline_core.export.harmless import make_harmless
from timeline_core.export.located import ATTRIBUTION, Located, facts, locate
from timeline_core.export.scope import Scope
from timeline_core.model.when import When
from timeline_core.names.world.where import Fineness
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_PINS = {
    Fineness.EXACT: ("ff2020e0", "0.8"),
    Fineness.TOWN: ("ff2080e0", "1.0"),
    Fineness.DISTRICT: ("b020c0e0", "1.4"),
    Fineness.COUNTRY: ("80c0c0c0", "1.8"),
}
"""Colour (alpha, blue, green, red) and scale."""


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """One document: its styles, a folder of what has a point and one of what has none."""
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    _text(document, "name", tell.document_title)
    _text(document, "description", "\n".join(_about(timeline, tell, scope)))
    for fineness, (colour, scale) in _PINS.items():
        icon = SubElement(SubElement(document, "Style", id=fineness.value), "IconStyle")
        _text(icon, "color", colour)
        _text(icon, "scale", scale)
    every = [*locate(timeline)]
    _folder(document, tell.said("located"), (one for one in every if one.spot is not None), timeline, tell)
    _folder(document, tell.said("unlocated"), (one for one in every if one.spot is None), timeline, tell)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _about(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[str]:
    yield words.summary(timeline, scope.redacted, tell)
    if scope.query:
        yield f"{tell.said('filter')} {make_harmless(scope.query)}"
    yield ATTRIBUTION


def _folder(document: Element, name: str, some: Iterable[Located], timeline: Timeline, tell: Teller) -> None:
    folder = SubElement(document, "Folder")
    _text(folder, "name", name)
    for one in some:
        _placemark(folder, one, timeline, tell)


def _placemark(folder: Element, one: Located, timeline: Timeline, tell: Teller) -> None:
    """In the order in which the schema has its parts."""
    mark = SubElement(folder, "Placemark")
    _text(mark, "name", make_harmless(one.event.title) or one.event.id)
    _text(mark, "description", "".join(_description(one, timeline, tell)))
    _time(mark, one.event.when)
    if one.spot is not None:
        _text(mark, "styleUrl", f"#{one.spot.fineness.value}")
    _data(mark, facts(one, timeline, tell))
    if one.spot is not None:
        latitude, longitude = one.spot.point
        _text(SubElement(mark, "Point"), "coordinates", f"{longitude},{latitude}")


def _time(mark: Element, when: When | None) -> None:
    found = ends(when)
    if found.one is not None:
        _text(SubElement(mark, "TimeStamp"), "when", written(found.one))
    elif any(found):
        span = SubElement(mark, "TimeSpan")
        for name, part in (("begin", found.first), ("end", found.last)):
            if part is not None:
                _text(span, name, written(part))


def _data(mark: Element, said: dict[str, object]) -> None:
    """The facts that are plain; for a list of objects there is the description."""
    data = SubElement(mark, "ExtendedData")
    for name, value in said.items():
        plain = _plain(value)
        if plain:
            _text(SubElement(data, "Data", name=name), "value", plain)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(
            one if isinstance(one, str) else f"{one['role']}: {one['actor']}" for one in value if _is_told(one)
        )
    return "" if value is None else str(value)


def _is_told(one: object) -> bool:
    return isinstance(one, str) or (isinstance(one, dict) and "role" in one)


def _description(one: Located, timeline: Timeline, tell: Teller) -> Iterator[Html]:
    """Globes draw it as HTML."""
    event = one.event
    precision = f"; {words.precision(event.when, tell)}" if event.when is not None else ""
    yield element("p", f"{words.when(event, tell)}{precision}")
    yield element("p", f"{words.kind(event, tell)}; {words.status(event, tell)}")
    yield element("p", *_place(one, timeline, tell))
    for piece in event.evidence:
        yield element("blockquote", isolate(piece.exact))
        source = ", ".join(words.source(piece, timeline, tell))
        url = make_harmless(words.address(timeline.report(piece.report)))
        yield element("p", isolate(source), *((" ", element("a", url, href=url)) if url else ()))
    for why in words.reasons(event, timeline, tell):
        yield element("p", line(why))


def _place(one: Located, timeline: Timeline, tell: Teller) -> Iterator[str]:
    if one.place is None:
        yield tell.said("point_none")
        return
    around = words.names((one.place.id, *timeline.names.around(one.place.id)), timeline, tell)
    yield isolate(tell.said("list").join(around))
    yield f"; {tell.said(f'point_{one.spot.fineness.value}' if one.spot is not None else 'point_unknown')}"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
