"""What of a page is its report, and what the page says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.intake.pages import article, html
from tests.store.intake.pages import Made, pages
from tests.store.words import ARABIC, only_report
from timeline_core.model.when import When

PAGES = pages()


def text(page: Made) -> str:
    return article.text(page.source, html.read(page.source))


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_line_of_a_report_is_lost(page: Made) -> None:
    """In their order; what stands around may remain, a lost line is a lost event."""
    said = text(page)
    places = [said.find(line) for line in page.main]
    assert -1 not in places
    assert places == sorted(places)


def test_most_of_what_stands_around_is_left_out() -> None:
    left = sum(line in text(page) for page in PAGES for line in page.around)
    seen = sum(line in html.read(page.source).text for page in PAGES for line in page.around)
    there = sum(len(page.around) for page in PAGES)
    assert (left, seen, there) == (9, 56, 72)


def test_the_same_page_gives_the_same_text() -> None:
    assert [text(page) for page in PAGES] == [text(page) for page in PAGES]


def test_a_page_of_many_reports_is_not_cut_down_to_one(tmp_path: Path) -> None:
    """Trafilatura would take a part for the whole."""
    said = [
        f"On {day} March 2023 a raid near the town of Mayadin killed {day} men, the army said." for day in range(1, 9)
    ]
    page = "".join(f"<article><h2>Raid {n}</h2><p>{line}</p></article>" for n, line in enumerate(said))
    found = only_report(tmp_path / "a.html", f"<html><body>{page}</body></html>").text
    assert [line for line in said if line not in found] == []


def described(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


ARTICLE = {
    "@type": ["NewsArticle"], "headline": "غارة قرب الميادين", "datePublished": "2023-03-12T09:00:00+03:00",
    "dateModified": "2024-01-01", "publisher": {"@type": "Organization", "name": "وكالة الفرات"}, "inLanguage": "ar",
}  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        described(**ARTICLE),
        described(**{"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}),
        described(**{"@type": "WebPage", "mainEntity": ARTICLE}),
        '<script type="application/ld+json">{broken</script>' + described(**ARTICLE),
    ],
    ids=["alone", "graph", "within a page", "beside a broken one"],
)
def test_what_a_page_says_in_json_ld_is_taken(tmp_path: Path, said: str) -> None:
    report = only_report(tmp_path / "a.html", f"<title>غارة - الفرات</title>{said}<p>{ARABIC}")
    assert (report.title, report.publisher, report.lang) == ("غارة قرب الميادين", "وكالة الفرات", "ar")
    assert report.published == When("2023-03-12")
    assert report.text == ARABIC


def test_of_two_articles_in_json_ld_none_is_the_page(tmp_path: Path) -> None:
    other = {**ARTICLE, "headline": "آخر", "datePublished": "2020-01-01"}
    report = only_report(tmp_path / "a.html", f"{described(**ARTICLE)}{described(**other)}<p>{ARABIC}")
    assert (report.title, report.published) == ("", None)


@pytest.mark.parametrize(
    "said, day",
    [
        ('<time datetime="2023-03-12T10:00">', "2023-03-12"),
        ('<time datetime="2023-03-12T10:00"></time><time datetime="2023-03-12T18:00">', "2023-03-12"),
        ('<time datetime="2019-01-03"></time><time datetime="2023-03-12">', None),
        ('<time datetime="2019-01-03"></time><time pubdate datetime="2023-03-12">', "2023-03-12"),
        ('<time datetime="2019-01-03"></time><time itemprop="datePublished" datetime="2023-03-12">', "2023-03-12"),
        ('<time datetime="2019-01-03"></time><meta name="date" content="2023-03-12">', "2023-03-12"),
        ('<meta name="date" content="soon">', None),
        ('<meta property="article:modified_time" content="2023-03-12">', None),
    ],
)
def test_only_the_day_of_publication_is_taken_for_it(tmp_path: Path, said: str, day: str | None) -> None:
    """The `time` of another report on the page is a wrong date, which is worse than none."""
    report = only_report(tmp_path / "a.html", f"{said}<p>{ARABIC}")
    assert report.published == (When(day) if day else None)


@pytest.mark.parametrize("lang, kept", [("ar-SY", "ar"), ("en-US", ""), ("fa", "fa")])
def test_the_language_of_a_page_is_not_believed_against_its_letters(tmp_path: Path, lang: str, kept: str) -> None:
    assert only_report(tmp_path / "a.html", f'<html lang="{lang}"><p>{ARABIC}').lang == kept
