"""Documents that are zips of XML: their members within limits, their XML without entities."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import ZipFile

from store.intake import archive
from store.intake.guard import parsing
from store.intake.result import Refused, too_large

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LARGEST = 50_000_000
"""Bytes of one member, unpacked; 20 times as much memory is needed."""
_DEEPEST = 200
"""Elements within one another; documents have some thirty."""


@contextmanager
def opened(content: bytes, what: str, remedy: str) -> Iterator[ZipFile]:
    """The document, each member looked at: no bomb, no link, no secret. What goes wrong inside is a refusal.

    Args:
        what: for a person: «an OpenDocument text».
    """
    with parsing(what, remedy), archive.opened(content) as packed:
        for info in packed.infolist():
            archive.checked(info)
            if info.file_size > _LARGEST and info.filename.endswith((".xml", ".rels", ".html", ".xhtml", ".opf")):
                raise too_large(info.file_size, _LARGEST, f"the text of {what}")
        yield packed


def xml(content: bytes) -> Element:
    """The root of some XML, in which nothing is resolved and nothing fetched.

    Raises:
        Refused: it defines entities, which may be bombs. What is broken raises as lxml does.
    """
    from lxml import etree

    if b"<!ENTITY" in content or "<!ENTITY".encode("utf-16-le") in content or "<!ENTITY".encode("utf-16-be") in content:
        raise Refused("defines entities, which documents have no need of", "save it anew")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(content, parser)


def tag(element: Element) -> str:
    """The name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute of that name in any namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def walk(root: Element, left_out: frozenset[str] = frozenset()) -> Iterator[tuple[str, Element]]:
    """Each element as it begins and as it ends, and the text behind it; without recursion, however deep it lies."""
    waiting: list[tuple[str, Element]] = [("begin", root)]
    while waiting:
        event, element = waiting.pop()
        if event == "begin" and tag(element) in left_out:
            yield "tail", element
            continue
        yield event, element
        if event == "begin":
            waiting += [("tail", element), ("end", element)]
            waiting += [("begin", child) for child in reversed(element)]
