"""Numbers by which the events of a report are told: a case on both sides of each."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.core.words import events, known, phrasing, report, sentence, span_of
from timeline_core.events.accounts import read, reading_of
from timeline_core.events.figures.counts import figures
from timeline_core.events.figures.in_slots import dual
from timeline_core.events.particulars import another, counted, hours
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.referents import Referents
from timeline_core.events.titles.edits import title
from timeline_core.events.titles.length import LONGEST, shortened
from timeline_core.events.trees import Trees, marks_of
from timeline_core.model.event import Figure, Kind, Role
from timeline_core.model.span import Span
from timeline_core.syntax.tree.values import Link
from timeline_core.text.words import words

RAID = "A raid killed five gunmen in Tadmur on 10 May 2023."


def test_a_title_has_120_cells_at_most() -> None:
    whole = " ".join(["abcd"] * 23 + ["abcde"])
    assert (LONGEST, cell_len(whole)) == (120, 120)
    assert shortened(whole, phrasing("en")) == whole
    cut = shortened(whole + "f", phrasing("en"))
    assert cut != whole + "f"
    assert cell_len(cut) <= LONGEST


@pytest.mark.parametrize(("cells", "whole"), [(180, True), (181, False)])
def test_a_title_without_a_break_has_180_cells_at_most(cells: int, *, whole: bool) -> None:
    told = f"Rebels seized the {'old ' * 38}"
    told += "x" * (cells - len(told))
    [event] = events(f"{told} on 10 May 2023.", "2023-05-17")
    assert (event.title == told) is whole
    assert event.title.endswith("…") is not whole


@pytest.mark.parametrize(("filler", "ends_there"), [(50, True), (49, False)])
def test_a_clause_stands_for_a_long_sentence_from_50_cells_on(filler: int, *, ends_there: bool) -> None:
    told = "A raid killed five " + "g" * (filler - len("A raid killed five "))
    assert cell_len(told) == filler
    cut = shortened(f"{told}, {'and more of it ' * 8}", phrasing("en"))
    assert (cut == f"{told}…") is ends_there


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He died 10 May, police said", "He died police said"),
        ("The man died 10 May, police said", "The man died, police said"),
    ],
)
def test_a_comma_behind_a_date_ends_what_has_told_three_words(text: str, told: str) -> None:
    assert title(text, [Span(0, len(text))], [span_of(text, "10 May")], phrasing("en")) == told


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("قتل سبعة من عائلة أبو طه", {"kin:ابو طه"}),
        ("قتل سبعة من عائلة خالد طه", {"kin:خالد"}),
        ("قتل سبعة من عائلة طه", {"kin:طه"}),
        ("قتل سبعة من مدينة حمص", set()),
    ],
)
def test_a_word_of_three_letters_is_only_the_beginning_of_a_family_name(text: str, families: set[str]) -> None:
    number = Figure("killed", 7, 7, approximate=False, report="r1", span=span_of(text, "سبعة"))
    assert counted(sentence(text, "ar"), [number], lambda _: ()) == families


@pytest.mark.parametrize(("between", "found"), [(5, True), (6, False)])
def test_the_counted_are_named_within_six_words_behind_their_number(between: int, *, found: bool) -> None:
    text = f"killed seven {'young ' * between}family members"
    number = Figure("killed", 7, 7, approximate=False, report="r1", span=span_of(text, "seven"))
    assert bool(counted(sentence(text, "en"), [number], lambda _: ())) is found


def evidence(second: str) -> int:
    """How many quotes prove the raid, with a second sentence behind the first."""
    [raid] = [event for event in events(f"{RAID} {second}", "2023-05-20") if event.when]
    return len(raid.evidence)


@pytest.mark.parametrize(
    ("second", "goes_on"),
    [("The raid left houses with no roof.", True), ("The raid left no houses.", False)],
)
def test_a_sentence_that_negates_its_verb_goes_on_with_nothing(second: str, *, goes_on: bool) -> None:
    assert (evidence(second) > 1) is goes_on


def roles(day: str) -> set[Role]:
    lead = "Heavy rain fell on the coast and in the hills on Friday, and many roads were closed."
    more = "The roads were opened again in the evening."
    text = f"{lead}\n\n{more}\n\nGunmen attacked a convoy near Hasakah on {day}."
    told = [event for event in events(text, "2023-05-20") if "attack" in event.title]
    return {piece.role for event in told for piece in event.evidence}


@pytest.mark.parametrize(("day", "role"), [("10 May 2023", Role.STORY), ("9 May 2023", Role.BACKGROUND)])
def test_what_happened_more_than_ten_days_before_the_report_is_background(day: str, role: Role) -> None:
    assert roles(day) == {role}


@pytest.mark.parametrize(("rebels", "role"), [("rebels", Role.BACKGROUND), ("northern rebels", Role.STORY)])
def test_a_word_that_recalls_is_the_third_at_most(rebels: str, role: Role) -> None:
    [event] = events(f"The {rebels} earlier attacked Marj on 18 May 2023.", "2023-05-20")
    assert event.evidence[0].role is role


def test_all_cases_are_read_with_the_bundled_words() -> None:
    assert {"ar", "en"} <= known().phrasings.keys()


@pytest.mark.parametrize(("between", "kept"), [(6, False), (7, True)])
def test_the_particle_of_a_past_verb_is_left_out_within_nine_words(between: int, *, kept: bool) -> None:
    text = f"وكان الوزير {'الكبير ' * between}قد زار المدينة"
    assert (" قد " in title(text, [Span(0, len(text))], [], phrasing("ar"))) is kept


@pytest.mark.parametrize(("words", "kept"), [(4, True), (5, False)])
def test_two_commas_around_a_date_set_four_words_apart_at_most(words: int, *, kept: bool) -> None:
    text = f"Gunmen killed a man, 10 May {' '.join('abcde'[:words])}, in Homs"
    said = title(text, [Span(0, len(text))], [span_of(text, "10 May")], phrasing("en"))
    assert said.startswith("Gunmen killed a man,") is kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("killed" + " very" * 5 + " 12 people", True),
        ("killed" + " very" * 6 + " 12 people", False),
        ("the death toll" + " very" * 4 + " 45", True),
        ("the death toll" + " very" * 5 + " 45", False),
    ],
)
def test_what_is_counted_is_named_within_six_words_before_the_number(text: str, *, found: bool) -> None:
    assert bool(figures(text, Span(0, len(text)), "r1", phrasing("en").figures)) is found


@pytest.mark.parametrize(("number", "counts"), [(1899, True), (1900, False), (2100, False), (2101, True)])
def test_a_bare_number_from_1900_to_2100_is_a_year(number: int, *, counts: bool) -> None:
    text = f"killed {number} in the raid"
    assert bool(figures(text, Span(0, len(text)), "r1", phrasing("en").figures)) is counts


@pytest.mark.parametrize(("between", "found"), [(3, False), (4, True)])
def test_a_negation_reaches_four_words(between: int, *, found: bool) -> None:
    text = f"لم {'كبير ' * between}يقتل 12 جنديا"
    assert bool(figures(text, Span(0, len(text)), "r1", phrasing("ar").figures)) is found


@pytest.mark.parametrize(("between", "found"), [(2, True), (3, False)])
def test_a_part_of_the_day_stands_within_three_words_of_its_date(between: int, *, found: bool) -> None:
    text = f"A raid on Monday {'very ' * between}early killed five"
    one = sentence(text, "en", "Monday")
    assert bool(hours(one, one.whole, span_of(text, "Monday"))) is found


@pytest.mark.parametrize(("between", "found"), [(2, True), (3, False)])
def test_a_deed_is_called_another_one_within_two_words(between: int, *, found: bool) -> None:
    one = sentence(f"A second {'big ' * between}blast killed five", "en")
    assert another(one, one.whole, None) is found


@pytest.mark.parametrize(("told", "titles"), [("Silence.", []), ("Uneasy silence.", ["Uneasy silence"])])
def test_an_entry_without_a_known_deed_tells_something_in_two_words(told: str, titles: list[str]) -> None:
    text = f"7 March 2021: {told}\n9 March 2021: A bridge was bombed."
    assert [event.title for event in events(text)] == [*titles, "A bridge was bombed"]


def test_an_evidence_has_32_code_points_before_and_behind_it() -> None:
    before, behind = (
        "Nobody came to the market, not one. " * 2,
        " The sky over the town was grey. It rained all day long.",
    )
    [event] = events(f"{before}A raid killed five gunmen in Tadmur on 10 May 2023.{behind}")
    [piece] = event.evidence
    assert (len(piece.prefix), len(piece.suffix)) == (32, 32)


@pytest.mark.parametrize(("patient", "counts"), [("a young man", True), ("a very young man", False)])
def test_the_noun_that_counts_one_is_the_third_word_at_most(patient: str, *, counts: bool) -> None:
    [event] = events(f"{patient.capitalize()} was killed on Friday.", "2023-05-20")
    assert bool(event.figures) is counts


@pytest.mark.parametrize(("text", "counts"), [("قتل أمس جنديين", True), ("قتل أمس صباحا جنديين", False)])
def test_two_people_are_counted_by_an_act_one_word_before_them(text: str, *, counts: bool) -> None:
    run, lexicon = words(text), phrasing("ar").figures
    [hit] = [hit for hit in lexicon.duals.find(run) if hit.concept == "people"]
    assert (dual(hit, run, "r1", lexicon) is not None) is counts


def reading(text: str) -> Reading:
    return reading_of(read(report(text, "2023-05-20"), known()), known())


@pytest.mark.parametrize(("count", "heads"), [(12, True), (13, False)])
def test_a_line_without_a_stop_is_a_heading_up_to_twelve_words(count: int, *, heads: bool) -> None:
    line = " ".join(["Something", *["quiet"] * (count - 1)])
    assert reading(f"{line}\n\nThe army shelled the town on May 10.").paragraphs[0].heading is heads


@pytest.mark.parametrize(
    ("line", "heads"), [("Quiet valley on May 10", True), ("Quiet northern valley on May 10", False)]
)
def test_a_dated_line_of_three_telling_words_is_no_heading(line: str, *, heads: bool) -> None:
    told = reading(f"The army shelled the town.\n\n{line}\n\nThe army shelled the town on May 11.")
    assert told.paragraphs[1].heading is heads


@pytest.mark.parametrize(("count", "cut"), [(9, True), (10, False)])
def test_a_dateline_has_nine_words_at_most_its_dash_too(count: int, *, cut: bool) -> None:
    lead = " ".join(["Aden", *["North"] * (count - 2)])
    told = reading(f"{lead} - The army shelled the town on May 10.")
    first = told.paragraphs[0].sentences[0].span.of(told.report.text)
    assert first.startswith("The army") is cut


@pytest.mark.parametrize(("days", "near"), [(31, True), (32, False)])
def test_a_time_of_a_month_is_one_by_which_news_tells_when(days: int, *, near: bool) -> None:
    [date] = reading(f"The army shelled the town over the last {days} days.").expressions
    assert ("near" in marks_of(date, None)) is near


ECHOES = ["وكانت السماء صافية.", "وكان النهر عاليا.", "وبقيت السوق خالية.", "وظلت المدرسة مغلقة."]


@pytest.mark.parametrize(("between", "found"), [(3, "syrian-defence-ministry"), (4, "")])
def test_who_is_meant_by_the_source_is_looked_for_four_sentences_back(between: int, found: str) -> None:
    lead, last = "قالت وزارة الدفاع السورية إن الجسر مغلق.", "وأكد المصدر نفسه أن السد مغلق."
    one = reading(f"{lead} {' '.join(ECHOES[:between])} {last}")
    trees = Trees(one, known().parsers)
    sentence = one.paragraphs[0].sentences[-1]
    tree = trees.of(sentence)
    assert tree is not None
    said = next(predicate for predicate in tree.predicates if predicate.link is Link.MAIN)
    assert Referents(one, trees).subject(sentence, said) == found


@pytest.mark.parametrize(("headings", "found"), [(2, True), (1, False)])
def test_two_headings_with_a_day_make_a_chronology(headings: int, *, found: bool) -> None:
    second = ["## 9 March 2021\n\n"][: headings - 1]
    told = events(f"## 7 March 2021\n\nUneasy silence.\n\n{''.join(second)}A bridge was bombed.")
    assert ("Uneasy silence" in [event.title for event in told]) is found


@pytest.mark.parametrize(("denial", "told"), [("نفت الوزارة.", 0), ("نفت الوزارة النبأ.", 1)])
def test_a_denial_says_in_three_words_what_it_denies_and_is_told_once(denial: str, told: int) -> None:
    found = events(f"قصف الجيش البلدة في 10 أيار وقتل خمسة مدنيين. {denial}", "2023-05-20")
    assert len([event for event in found if event.kind is Kind.DENIAL]) == told
