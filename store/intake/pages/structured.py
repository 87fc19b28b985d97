"""What a page says of its article in JSON-LD (schema.org): headline, day of publication, publisher, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from store.intake.objects.plain_json import loads
from store.intake.pages.structure import Post
from store.intake.result import Refused

_KINDS = ("article", "posting", "report")
_WIKIS = ("wikimedia", "wikipedia", "wikidata.org", "fandom.com", "/wiki/", "mediawiki", "ويكيبيديا")
_LONGEST = 500_000
"""Characters of one block."""
_MOST = 2_000
"""Objects that are looked at."""
_FEWEST = 2
"""Posts that make a live blog."""
_LETTERS = 40
"""Letters by which a post is found on its page."""
_TAG = re.compile(r"<[^<>]{1,200}>")


def fields(blocks: Iterable[str], about: str = "") -> dict[str, str]:
    """As of front matter; empty where no article is described, or more than one, as on the front page of a site.

    Args:
        about: what the page says of itself elsewhere: its title, address, the program that made it.
    """
    articles = [found for block in blocks for found in _articles(block)]
    titles = {str(article.get("headline")) for article in articles}
    if len(titles) != 1:
        return {}
    found: dict[str, str] = {}
    for article in articles:
        for name, value in _said(article, about):
            found.setdefault(name, value)
    return found


def posts(blocks: Iterable[str], lines: Sequence[str]) -> tuple[Post, ...]:
    """The posts of a live blog that says in JSON-LD when each was put out; none where one is not found on the page.

    Args:
        lines: of the page, in which each post is told by its headline, else by how it begins.
    """
    updates = [update for block in blocks for article in _articles(block) for update in _updates(article)]
    if len(updates) < _FEWEST:
        return ()
    at: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        at.setdefault(_beginning(line), []).append(number)
    found: dict[int, str] = {}
    for moment, *said in updates:
        started = filter(None, map(_beginning, said))
        places = next((places for words in started if len(places := at.get(words, [])) == 1), None)
        if not places:
            return ()
        found[places[0]] = moment
    first = sorted(found)
    return tuple(Post(start, end, found[start]) for start, end in pairwise((*first, len(lines))))


def _updates(article: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    """Moment, headline and words of each post of a live blog."""
    some = article.get("liveBlogUpdate")
    for one in some[:_MOST] if isinstance(some, list) else ():
        if isinstance(one, dict):
            yield tuple(_plain(one.get(key)) for key in ("datePublished", "headline", "articleBody"))  # type: ignore[misc]


def _beginning(words: str) -> str:
    """The first letters of what a page may print with other marks and blanks."""
    return re.sub(r"[\W_]+", "", _TAG.sub(" ", words))[:_LETTERS].casefold()


def _articles(block: str) -> Iterator[dict[str, object]]:
    """Breadth first, within the lists, graphs and main things of a block."""
    if len(block) > _LONGEST:
        return
    try:
        waiting: list[object] = [loads(block)]
    except Refused:
        return
    for thing in waiting:
        if isinstance(thing, list):
            waiting.extend(thing[: _MOST - len(waiting)])
        elif isinstance(thing, dict):
            kinds = thing.get("@type")
            if any(str(kind).lower().endswith(_KINDS) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield thing
            elif len(waiting) < _MOST:
                waiting.extend(thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing)


def _said(article: dict[str, object], about: str) -> Iterator[tuple[str, str]]:
    """What it says of the page; of a wiki neither the day that it was begun nor what a data base calls it."""
    wiki = _of_wiki(article, about)
    names = (
        ("title", "name" if wiki else "headline"),
        ("published", "" if wiki else "datePublished"),
        ("publisher", "publisher"),
        ("lang", "inLanguage"),
    )
    for name, key in names:
        if value := _plain(article.get(key)):
            yield name, value


def _of_wiki(article: dict[str, object], about: str) -> bool:
    """True for a page that all go on writing: its `datePublished` is the day that somebody began it."""
    keys = ("publisher", "author", "url", "mainEntity", "sameAs")
    said = " ".join((about, *(_plain(article.get(key)) for key in keys))).lower()
    return any(wiki in said for wiki in _WIKIS)


def _plain(value: object) -> str:
    """A string, or the name of a thing, or of the first of a list."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return value if isinstance(value, str) else ""
