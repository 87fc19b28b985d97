"""A story as one HTML file: paragraphs with numbered footnotes, a picture of its events, custody of its reports.

It asks nothing of any server and runs no script; its Content-Security-Policy allows its own style by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from timeline_core.export.element import Html, concatenate, direction, element, isolate, join, line
from timeline_core.export.html_parts import STYLE
from timeline_core.export.markup import link
from timeline_core.stories.document import Block, Document, Held
from timeline_core.stories.drawing import drawn
from timeline_core.stories.isolates import pieces
from timeline_core.stories.notes import Note
from timeline_core.view.teller import Teller

_OWN = """
main p { margin: 1rem 0; font-size: 1.05rem; }
sup a { text-decoration: none; padding-inline-start: .15em; }
.changed { margin: -.5rem 0 1rem; padding: .3rem .9rem; border-inline-start: 3px solid #b7791f; color: #b7791f;
  font-size: .9rem; }
svg { display: block; width: 100%; height: auto; margin: 2rem 0; }
ol { padding-inline-start: 1.6rem; font-size: .9rem; }
li { margin: .35rem 0; }
li:target, sup:target { outline: 2px solid var(--accent); outline-offset: .2rem; }
.note { unicode-bidi: isolate; }
"""


def export(document: Document, tell: Teller) -> str:
    """The whole page."""
    one = document
    main = element("main", *(part for block in one.blocks for part in _block(block)))
    remarks = (element("p", line(remark)) for remark in one.remarks)
    body = element(
        "body",
        element("header", element("h1", isolate(one.title)), *remarks),
        *(main, _coloured(drawn(one, tell))),
        *_notes(one, tell),
        *_custody(one, tell),
    )
    page = element("html", _head(one), body, lang=one.lang, dir="rtl" if one.rtl else "ltr")
    return f"<!doctype html>\n{page}\n"


def _head(one: Document) -> Html:
    style = STYLE + _OWN
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    metas = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="Waqai">',
    )
    return element("head", *map(Html, metas), element("title", one.title), element("style", Html(style)))


def _coloured(drawn: Html) -> Html:
    """In the ink of the page, which is light on dark in the evening."""
    return Html(drawn.replace(' color="#1c1c1a"', "", 1))


def _block(block: Block) -> Iterable[Html]:
    marks = (
        element("sup", element("a", str(number), href=f"#note-{number}"), id=f"mark-{number}") for number in block.notes
    )
    said = (isolate(words) if inner else words for words, inner in pieces(block.text))
    yield element("p", *said, *marks, dir=direction(block.text))
    if block.changed:
        yield element("p", "⚠ ", line(block.changed), class_="changed")


def _notes(one: Document, tell: Teller) -> Iterable[Html]:
    if one.notes:
        items = (_note(number, note, tell) for number, note in enumerate(one.notes, 1))
        yield element("section", element("h2", tell.said("story_sources")), element("ol", *items), class_="back")


def _note(number: int, note: Note, tell: Teller) -> Html:
    joint = tell.said("joint")
    before, behind = tell.said("quoted", words="\0").split("\0")
    quote = concatenate((before, isolate(note.quote, note.lang), behind))
    parts = [concatenate((join(map(isolate, note.source), tell.said("list")), ": ", quote))]
    parts += [*map(line, note.remarks), *_address(note.url)]
    back = element("a", "↩", href=f"#mark-{number}")
    return element("li", join(parts, joint), " ", back, id=f"note-{number}")


def _address(url: str) -> Iterable[Html]:
    if url:
        safe = link(url)[1:-1]
        yield element("a", safe, href=safe, rel="noopener noreferrer", dir="ltr")


def _custody(one: Document, tell: Teller) -> Iterable[Html]:
    if one.custody:
        items = (element("li", _held(held, tell)) for held in one.custody)
        yield element("section", element("h2", tell.said("story_custody")), element("ul", *items), class_="back")


def _held(held: Held, tell: Teller) -> Html:
    mark = concatenate(("SHA-256 ", element("code", held.sha256, dir="ltr")))
    parts = (element("b", isolate(held.name)), *map(line, held.facts), *_address(held.url), mark)
    return join(parts, tell.said("joint"))
