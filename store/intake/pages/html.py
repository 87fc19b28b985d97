"""A web page: the text that one sees, its title, and what it says of its publication.

Read by a scanner of our own, because the standard library's takes time quadratic in what is never closed: 40 kB of `<a`
hold it for 17 seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from store.intake.pages import structured
from store.intake.pages.structure import Laid, Mark, Post, Rows, Structure
from timeline_core.model.block import BlockRole
from timeline_core.text.note_marks import raised

_UNSEEN = "script style noscript template svg iframe object select button form nav footer aside"
_BLOCK = (
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section"
    " table td th tr ul"
)
_UNSEEN_TAGS, _BLOCKS = frozenset(_UNSEEN.split()), frozenset(_BLOCK.split())
_OF_TABLES = frozenset(["table", "tr", "td", "th"])
_CELLS = frozenset(["td", "th"])
_TOPMOST = Mark(BlockRole.HEADING, 1)
_VOID = frozenset(["br", "hr"])
_TOOL = re.compile(r"""\sclass\s*=\s*["']?[^"'>]{0,80}?\bmw-editsection\b""")
"""What a wiki puts beside its headings to edit them; it is drawn, and no part of the page."""
_RAW = frozenset(["script", "style", "title", "textarea", "noscript", "iframe"])
"""What holds no tags: it ends at its own end tag alone."""
_META = {
    "article:published_time": ("published", 0),
    "og:published_time": ("published", 0),
    "datepublished": ("published", 1),
    "pubdate": ("published", 3),
    "publish-date": ("published", 3),
    "dc.date": ("published", 4),
    "dc.date.issued": ("published", 3),
    "dcterms.issued": ("published", 3),
    "date": ("published", 4),
    "og:title": ("title", 0),
    "og:site_name": ("publisher", 0),
    "application-name": ("publisher", 5),
    "og:url": ("url", 0),
}
"""Field, and rank: the lowest is believed, of equals the first. JSON-LD has rank 2, `<title>` 3, `<time>` 9."""
_STRUCTURED_RANK, _TITLE_RANK, _TIME_RANK = 2, 3, 9
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=<]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class Page:
    """What a page holds. `fields` as of front matter."""

    text: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    linked: frozenset[int] = frozenset()
    """Numbers of the lines, from 0, that are nothing but links."""
    marks: Mapping[int, Mark] = field(default_factory=dict)
    """Number of a line -> what it is for the page."""
    posts: tuple[Post, ...] = ()
    """The posts that it gives moments of, in its order."""


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


_SITE = re.compile(r"\s[-–—|]\s")
"""Between the title of a page and the name of its site: "Blockade - Wikipedia"."""
_ABOUT = frozenset({"generator", "og:url", "og:site_name"})
"""Meta elements that tell of what the page is."""


class _Gathered:
    """Text outside what is not shown; what is not shown ends with the element, or with the page."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._fields: dict[str, tuple[int, str]] = {}
        self._times: list[str] = []
        self._structured: list[str] = []
        self._about: list[str] = []
        """What the page says of itself: its title, its address, the program that made it."""
        self._linked: set[int] = set()
        self._unlinked = False
        self._in_link = self._raised = False
        self._unseen: list[str] = []
        self._open: Counter[str] = Counter()
        self._structure = Structure()
        self._rows = Rows()

    def text(self, data: str) -> None:
        """Words between two tags."""
        if not self._unseen:
            self._words.append(raised(data) if self._raised and data.strip().isdecimal() else data)
            self._unlinked = self._unlinked or (not self._in_link and bool(data.strip()))

    def tag(self, tag: re.Match[str], source: str) -> int:
        """Take a tag, and what it holds where that is raw; the place behind it."""
        name = tag[2].lower()
        if name in _BLOCKS:
            self._end_line()
            self._build(name, tag[3], ends=bool(tag[1]))
        if name == "a":
            self._in_link = not tag[1]
        if name == "sup":
            self._raised = not tag[1]
        if tag[1]:
            self._close(name)
            return tag.end()
        self._note(name, tag[3])
        if name in _RAW:
            return self._raw(tag, source)
        if (name in _UNSEEN_TAGS or _TOOL.search(tag[3])) and not tag[3].endswith("/"):
            self._unseen.append(name)
            self._open[name] += 1
        return tag.end()

    def page(self) -> Page:
        """What was gathered; call it once, at the end."""
        self._end_line()
        self._put(self._rows.end())
        for name, value in structured.fields(self._structured, " ".join(self._about)).items():
            self._say(name, value, _STRUCTURED_RANK)
        if len({moment[:10] for moment in self._times}) == 1:
            self._say("published", self._times[0], _TIME_RANK)
        fields = {name: value for name, (_, value) in self._fields.items()}
        posts = self._structure.posts(len(self._lines)) or structured.posts(self._structured, self._lines)
        headings = (n for n, mark in sorted(self._structure.marks.items()) if mark == _TOPMOST)
        if "title" not in fields and (first := next(headings, None)) is not None:
            fields["title"] = self._lines[first]
        return Page("\n".join(self._lines), fields, frozenset(self._linked), self._structure.marks, posts)

    def _raw(self, tag: re.Match[str], source: str) -> int:
        name, at = tag[2].lower(), tag.end()
        end = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
        content = source[at : end.start() if end else len(source)]
        if name == "title" and not self._unseen:
            self._about += _SITE.split(_plain(content))[1:][-1:]
            self._say("title", " ".join(_plain(content).split()), _TITLE_RANK)
        if name == "script" and "application/ld+json" in tag[3].lower():
            self._structured.append(content)
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
            if self._rows.open:
                self._rows.take(line, linked=not self._unlinked)
            else:
                if not self._unlinked:
                    self._linked.add(len(self._lines))
                self._structure.line(len(self._lines), line)
                self._lines.append(line)
        self._words.clear()
        self._unlinked = False

    def _build(self, name: str, attributes: str, *, ends: bool) -> None:
        """Follow how the page is built."""
        if name in _OF_TABLES and not self._unseen:
            if not ends:
                self._put(self._rows.begin(name, _given(attributes) if name in _CELLS else {}))
            elif name in ("tr", "table"):
                self._put(self._rows.end())
        if name in _VOID:
            return
        if ends:
            self._structure.closed(name, len(self._lines))
        else:
            self._structure.opened(name, _given(attributes), len(self._lines))

    def _put(self, laid: Iterable[Laid]) -> None:
        for one in laid:
            if one.mark is not None:
                self._structure.marks[len(self._lines)] = one.mark
            if one.linked:
                self._linked.add(len(self._lines))
            self._lines.append(one.line)

    def _note(self, tag: str, attributes: str) -> None:
        if tag not in ("html", "time", "meta", "link"):
            return
        given = _given(attributes)
        if tag == "link":
            self._about += [given.get("href", "")] if given.get("rel", "").lower() == "canonical" else []
            return
        if tag == "html":
            self._say("lang", given.get("lang", ""), 0)
        elif tag == "time":
            self._note_time(given)
        else:
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if name.lower() in _ABOUT:
                self._about.append(given.get("content", ""))
            field_name, rank = _META.get(name.lower(), ("", 0))
            self._say(field_name, given.get("content", ""), rank)

    def _note_time(self, given: Mapping[str, str]) -> None:
        """One that says it is the day of publication; any other only if it is the one day of the page."""
        moment = given.get("datetime", "")
        self._structure.moment(moment)
        if given.get("itemprop", "").lower() == "datepublished" or "pubdate" in given:
            self._say("published", moment, 1)
        elif moment:
            self._times.append(moment)

    def _say(self, name: str, value: str, rank: int) -> None:
        """Believe it, unless something better said the same thing."""
        value = value.strip()
        if name and value and (name not in self._fields or self._fields[name][0] > rank):
            self._fields[name] = (rank, value)


def _given(attributes: str) -> dict[str, str]:
    return {name.lower(): _plain(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)}


def _plain(text: str) -> str:
    """With the characters that references stand for; a number that no character has is none."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


def lowered(line: str) -> str:
    """The line with plain figures, as other programs read the page."""
    return line.translate(_LOWERED)
