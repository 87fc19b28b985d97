"""A web page: the text that one sees, its title, and what it says of its publication.

Read by a scanner of our own, because the standard library's takes time quadratic in what is never closed: 40 kB of `<a`
hold it for 17 seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

_UNSEEN = "script style noscript template svg iframe object select button form nav footer aside"
_BLOCK = (
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section"
    " table td th tr ul"
)
_UNSEEN_TAGS, _BLOCKS = frozenset(_UNSEEN.split()), frozenset(_BLOCK.split())
_RAW = frozenset(["script", "style", "title", "textarea", "noscript", "iframe"])
"""What holds no tags: it ends at its own end tag alone."""
_META = {
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "pubdate": "published",
    "publish-date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "date": "published",
    "og:title": "title",
    "og:site_name": "publisher",
    "og:url": "url",
}
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=<]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """What a page holds. `fields` as of front matter."""

    text: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def charset(content: bytes) -> str:
    """The encoding that the page names in its head; empty where it names none."""
    found = _CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else ""


def read(source: str) -> Page:
    """The page's visible text, a paragraph a line.

    Cost: linear, whatever is never closed.
    """
    gathered = _Gathered()
    _scan(source, gathered)
    return gathered.page()


def _scan(source: str, gathered: _Gathered) -> None:
    """Tell tags and text in order; a comment or script that is never closed ends the page, as in browsers."""
    at = 0
    while at < len(source):
        begin = source.find("<", at)
        gathered.text(source[at:] if begin < 0 else source[at:begin])
        if begin < 0:
            return
        tag = _TAG.match(source, begin)
        if tag is not None:
            at = gathered.tag(tag, source)
        elif source.startswith(("<!", "<?"), begin):
            mark = "-->" if source.startswith("<!--", begin) else ">"
            end = source.find(mark, begin + 2)
            at = len(source) if end < 0 else end + len(mark)
        else:
            gathered.text("<")
            at = begin + 1


class _Gathered:
    """Text outside what is not shown; what is not shown ends with the element, or with the page."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._fields: dict[str, str] = {}
        self._unseen: list[str] = []
        self._open: Counter[str] = Counter()

    def text(self, data: str) -> None:
        """Words between two tags."""
        if not self._unseen:
            self._words.append(data)

    def tag(self, tag: re.Match[str], source: str) -> int:
        """Take a tag, and what it holds where that is raw; the place behind it."""
        name = tag[2].lower()
        if name in _BLOCKS:
            self._end_line()
        if tag[1]:
            self._close(name)
            return tag.end()
        self._note(name, tag[3])
        if name in _RAW:
            return self._raw(name, source, tag.end())
        if name in _UNSEEN_TAGS and not tag[3].endswith("/"):
            self._unseen.append(name)
            self._open[name] += 1
        return tag.end()

    def page(self) -> Page:
        """What was gathered; call it once, at the end."""
        self._end_line()
        return Page("\n".join(self._lines), self._fields)

    def _raw(self, name: str, source: str, at: int) -> int:
        end = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
        content = source[at : end.start() if end else len(source)]
        if name == "title" and not self._unseen and (title := " ".join(_plain(content).split())):
            self._fields.setdefault("title", title)
        if end is None:
            return len(source)
        closed = source.find(">", end.end())
        return len(source) if closed < 0 else closed + 1

    def _close(self, name: str) -> None:
        """End the innermost such element, and what was left open inside it."""
        while self._open[name]:
            ended = self._unseen.pop()
            self._open[ended] -= 1
            if ended == name:
                return

    def _end_line(self) -> None:
        if line := " ".join(_plain("".join(self._words)).split()):
            self._lines.append(line)
        self._words.clear()

    def _note(self, tag: str, attributes: str) -> None:
        """The first that says a thing is believed."""
        read = _NOTED.get(tag)
        if read is not None:
            given = {name.lower(): _plain(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)}
            for field_name, value in read(given).items():
                if value:
                    self._fields.setdefault(field_name, value)


def _plain(text: str) -> str:
    """With the characters that references stand for; a number that no character has is none."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


def _of_meta(given: Mapping[str, str]) -> dict[str, str]:
    name = given.get("property") or given.get("name") or given.get("itemprop") or ""
    known = _META.get(name.lower())
    return {known: given.get("content", "")} if known else {}


_NOTED: dict[str, Callable[[Mapping[str, str]], dict[str, str]]] = {
    "html": lambda given: {"lang": given.get("lang", "")},
    "time": lambda given: {"published": given.get("datetime", "")},
    "meta": _of_meta,
}
