"""A story as a document: paragraphs, footnotes, custody; nothing sensitive, and nothing stale without a word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from tests.core.stories.words import Writing
from tests.core.words import report, teller, timeline
from timeline_core.decisions.apply import decide, make_target
from timeline_core.model.decision import Act, Decision
from timeline_core.model.report import Collected
from timeline_core.stories import drawing, editing, markdown, page
from timeline_core.stories.document import Document, make_document
from timeline_core.timeline import Timeline

TEXT = "A fire destroyed the old mill in Kirkuk on 9 May 2023. On 12 May 2023 masons rebuilt the wall."
TIMELINE = timeline(
    report(TEXT, "2023-05-14", title="Mill *lost*", publisher="The Valley <Post>", url="https://example.org/mill"),
    report("قتل ثلاثة مدنيين في قصف على بلدة المنارة في 3 أيار 2023.", "2023-05-04", id="r2", path="r2.txt"),
)


def decided(act: Act, *values: str) -> Timeline:
    target = make_target(TIMELINE.events[1], TIMELINE)
    return decide(TIMELINE, [Decision("x1", act, "2023-06-02T10:00:00.000Z", "omar", (target,), values)])


def written(code: str) -> Writing:
    made = Writing(TIMELINE, code)
    made.tell(*TIMELINE.events)
    made.keep(editing.write(made.story, "Nobody # knows *why*.", made.story.parts[0].id))
    return made


def document(code: str = "en", whole: Timeline = TIMELINE) -> Document:
    made = written(code)
    by = {TIMELINE.reports[1].sha256: "rana"}
    return make_document(made.told(whole), whole, teller(code), "2023-06-03", by)


def test_every_mark_has_its_note_and_every_note_its_mark() -> None:
    text = markdown.export(document(), teller("en"))
    marks = re.findall(r"\[\^(\d)\](?!:)", text)
    assert marks == re.findall(r"(?m)^\[\^(\d)\]:", text) == ["1", "2", "3"]
    assert "“A fire destroyed the old mill in Kirkuk on 9 May 2023”" in text
    assert "published Sunday 14 May 2023" in text


def test_what_is_written_is_no_markup() -> None:
    text = markdown.export(document(), teller("en"))
    assert r"Nobody \# knows \*why\*." in text
    assert r"The Valley &lt;Post\>" in text


def test_custody_has_hash_day_and_where_it_is_from() -> None:
    first, second = document().custody
    assert (first.sha256, second.sha256) == (TIMELINE.reports[1].sha256, TIMELINE.reports[0].sha256)
    assert "its day was set by rana" in first.facts[0]
    assert "file: r2.txt" in first.facts
    assert "as the source has it" in second.facts[0]
    assert all("who collected it is not recorded" in held.facts for held in (first, second))


@pytest.mark.parametrize(
    ("code", "told"), [("en", "added to the library by salma on 2 June 2023"), ("ar", "أضافه salma")]
)
def test_custody_tells_who_added_a_report_where_that_was_recorded(code: str, told: str) -> None:
    by = {TIMELINE.reports[1].sha256: Collected("salma", "2023-06-02")}
    first, second = make_document(written(code).told(TIMELINE), TIMELINE, teller(code), collected=by).custody
    assert any(fact.startswith(told) for fact in first.facts)
    assert not any("salma" in fact for fact in second.facts)


def test_words_of_a_report_in_its_custody_keep_their_own_direction() -> None:
    made = document()
    held = replace(made.custody[0], facts=("«10 من أيار» can only be said on these days",))
    text = page.export(replace(made, custody=(held,)), teller("en"))
    assert '«<bdi dir="rtl">10 من أيار</bdi>» can only be said' in text


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_sentence_of_which_the_evidence_has_changed_says_so(code: str) -> None:
    made = document(code, decided(Act.DATE, "2023-05-10", "10 May 2023"))
    assert [bool(block.changed) for block in made.blocks] == [False, False, True, False]
    assert "⚠" in markdown.export(made, teller(code))
    assert len(made.remarks) == 2


def test_what_is_tagged_sensitive_is_not_in_it() -> None:
    made = document(whole=decided(Act.TAG, "sensitive"))
    text = markdown.export(made, teller("en"))
    assert "destroyed the old mill" not in text
    assert "Sentences left out, tagged sensitive or telling of what is: 1." in text


def test_an_arabic_story_is_arabic_and_isolates_what_runs_from_the_left() -> None:
    text = markdown.export(document("ar"), teller("ar"))
    assert "## حيازة التقارير" in text
    assert '<span dir="ltr">`' in text
    assert "يوم الأربعاء 3 أيار/مايو 2023: قتل ثلاثة مدنيين" in text


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_page_has_a_mark_for_every_note_a_picture_and_asks_nothing_of_any_server(code: str) -> None:
    text = page.export(document(code), teller(code))
    for number in (1, 2, 3):
        assert f'id="mark-{number}"' in text
        assert f'id="note-{number}"' in text
    assert f'dir="{"rtl" if code == "ar" else "ltr"}"' in text.split(">", 2)[1]
    assert text.count("<svg") == 1
    assert "The Valley &lt;Post&gt;" in text
    assert "default-src 'none'" in text.replace("&#x27;", "'")
    assert "<script" not in text
    assert "src=" not in text


def test_words_of_another_direction_are_isolated_in_every_form_of_its_own() -> None:
    made = document("en")
    assert "\u2068" in made.blocks[0].text
    assert "“<bdi" in page.export(made, teller("en"))
    assert '“<span dir="rtl">قتل ثلاثة' in markdown.export(made, teller("en"))
    assert not re.search("[\u2066-\u2069]", page.export(made, teller("en")) + markdown.export(made, teller("en")))


def test_the_folder_of_whose_machine_a_report_came_from_is_not_told() -> None:
    whole = replace(TIMELINE, reports=tuple(replace(one, path="/home/rana/case/r.txt") for one in TIMELINE.reports))
    made = make_document(written("en").told(whole), whole, teller("en"))
    assert all("file: r.txt" in held.facts for held in made.custody)


def test_the_picture_stands_by_itself_and_is_well_formed() -> None:
    root = etree.fromstring(drawing.export(document(), teller("en")).encode())
    assert root.tag.endswith("svg")
    assert len([one for one in root if one.tag.endswith("circle")]) == 3
