"""MediaWiki in XML (Wikinews, Wikipedia): every page of the articles, without markup, as a report.

When a page was changed last is not when its news are of; the day is that of its template of dates, where it has one.

Source: mediawiki.org/wiki/Help:Export; mwparserfromhell reads the markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from store.intake import metadata
from store.intake.chats.message import passed_over
from store.intake.documents import packed
from store.intake.documents.wiki_table import as_markdown
from store.intake.found import Found, Item, Reader, Source
from store.intake.guard import extra, paragraphs, parsing
from store.intake.result import Notice, Refused
from timeline_core.model.when import Precision, When

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHAT, _SAVE = "an export of MediaWiki", "export it anew (Special:Export)"
_LINK = re.compile(r"\[\[\s*:?[^\[\]|:\n]{1,40}:[^\[\]\n]{0,300}(?:\[\[[^\[\]\n]*\]\][^\[\]\n]*)*\]\]")
"""To a category, a file, another language: what stands before the colon is no word of the text."""
_TABLE = re.compile(r"^\{\|.*?^\|\}", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r"<ref[^<>]{0,200}/>|<ref[^<>]{0,200}>.{0,5000}?</ref>", re.DOTALL)


def read(source: Source, _: Reader) -> Iterator[Item]:
    """Every article.

    Raises:
        Refused: it is broken, or holds none.
    """
    with parsing(_WHAT, _SAVE):
        root = packed.xml(source.content)
        site = next((one.text or "" for one in root.iter() if packed.tag(one) == "sitename"), "")
        lang = packed.attribute(root, "lang")
        pages = [_said(page) for page in root.iter() if packed.tag(page) == "page"]
    passed = 0
    for said in pages:
        text = ""
        if said["ns"] in ("", "0") and "redirect" not in said:
            with parsing(_WHAT, _SAVE):
                text, day = text_and_day(said["text"])
        if not text.strip():
            passed += 1
            continue
        fields = {"title": said["title"], "publisher": site, "lang": lang, "published": day}
        content = said["text"].encode("utf-8")
        yield Found(source.path, content, text, metadata.sound(fields, text), f"page «{said['title'][:60]}»")
    if passed == len(pages):
        raise Refused(f"is {_WHAT} without articles", _SAVE)
    if passed:
        yield Notice(source.path, passed_over(Counter({"of no article": passed})))


def text_and_day(wikitext: str) -> tuple[str, str]:
    """The words of an article and its day, EDTF, which is empty where it says none."""
    with extra("files", _WHAT):
        import mwparserfromhell
    code = mwparserfromhell.parse(_TABLE.sub(lambda hit: as_markdown(hit[0]), _REFERENCE.sub("", wikitext)))
    day = _day(code)
    return paragraphs(_LINK.sub("", str(_without_links(code).strip_code()))), day


def _said(page: Element) -> dict[str, str]:
    """The fields of the last revision of a page."""
    return {"title": "", "ns": "", "text": "", **{packed.tag(one): one.text or "" for one in page.iter()}}


def _without_links(code: Any) -> Any:  # noqa: ANN401 as the library has it
    for link in code.filter_wikilinks():
        if ":" in str(link.title) and not link.text:
            code.remove(link)
    return code


def _day(code: Any) -> str:  # noqa: ANN401 as the library has it
    """The day of a page: that of the first template whose first value is a whole day; else empty."""
    for template in code.filter_templates():
        if template.params:
            try:
                found = metadata.published(str(template.params[0].value).strip())
            except Refused:
                continue
            if found.precision is Precision.DAY and isinstance(found, When):
                return found.edtf
    return ""
