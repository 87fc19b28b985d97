"""Titles read as headlines: subject, verb, object; sources and dates are left out and nothing is broken by it."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.events.titles import fitting
from timeline_core.events.titles.length import LONGEST

PUBLISHED = "2023-05-17"
BATTLE = (
    "Tamer was badly beaten on Friday at Marj, when over 300 runners of the mountain clubs were stopped or "
    "soaked during sudden heavy showers."
)
DAM = (
    "The minister said on Friday that, because of the long drought in the northern and eastern provinces of the "
    "country, the dam near the old town would be closed."
)
WALL = (
    "The minister said on Friday that the wall would be torn down unless the owners of the old houses agreed to a plan "
    "which his office had drawn up with the help of foreign experts."
)
TROOPS = (
    "The director announced on Friday that forty paintings, whose frames in the eastern galleries and beside the "
    "stairs had been repaired twice, would be carried down to the cellar."
)


def titles(text: str) -> list[str]:
    """The titles of what the report tells with a day, in the order of the timeline."""
    return [event.title for event in timeline(report(text, PUBLISHED)).events]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Only last week, rebels shelled the port.", "rebels shelled the port"),
        ("Rebels shelled the port only last week.", "Rebels shelled the port"),
        ("Just two days ago, police stormed the camp.", "police stormed the camp"),
        ("قصف الجيش الميناء أمس فقط.", "قصف الجيش الميناء"),
        ("وصل الوفد قبل يومين فقط إلى عدن.", "وصل الوفد إلى عدن"),
        # what stresses something else stays
        ("Only two men were killed on Friday.", "Only two men were killed"),
        ("قتل جنديان فقط يوم الجمعة.", "قتل جنديان فقط"),
    ],
)
def test_a_word_that_stresses_the_date_goes_with_it(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Rebels shelled the country’s port on Friday.", "Rebels shelled the country’s port"),
        ("Rebels burned the farmers’ market on Friday.", "Rebels burned the farmers’ market"),
        ("Rebels burned the farmers' market on Friday.", "Rebels burned the farmers' market"),
        ("The army’s tanks shelled the rebels’ camp on Friday.", "The army’s tanks shelled the rebels’ camp"),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("واقعة السطو حدثت يوم الجمعة.", "واقعة السطو حدثت"),
        ("وحدة من الجيش قصفت القرية يوم الجمعة.", "وحدة من الجيش قصفت القرية"),
        ("وارتفعت واردات القمح يوم الجمعة.", "ارتفعت واردات القمح"),
        ("وزار الرئيس الميناء يوم الجمعة.", "زار الرئيس الميناء"),
        ("ووزير النفط زار الميناء يوم الجمعة.", "وزير النفط زار الميناء"),
        ("ووقعت واقعة مماثلة يوم الجمعة.", "وقعت واقعة مماثلة"),
    ],
)
def test_a_letter_that_joins_goes_and_one_of_the_word_stays(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("قتل جنديان يوم الجمعة، كما ذكر المرصد.", "قتل جنديان"),
        ("قصف الجيش القرية يوم الجمعة، وفق بيان للوزارة.", "قصف الجيش القرية"),
        ("أدانت الحكومة الهجوم يوم الجمعة، وفق بيان صادر عن الوزارة.", "أدانت الحكومة الهجوم"),
        ("According to the ministry, two soldiers were killed on Friday.", "two soldiers were killed"),
        ("Two soldiers were killed on Friday, according to the ministry.", "Two soldiers were killed"),
        (
            "Two soldiers were killed on Friday in shelling, according to the ministry.",
            "Two soldiers were killed in shelling",
        ),
    ],
)
def test_who_says_so_is_no_part_of_what_happened(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Rebels seized Marj on Friday and burned the market on Saturday.",
            ["Rebels seized Marj", "Rebels burned the market"],
        ),
        (
            "The mayor of Marj met the rebels on Friday and left the town on Saturday.",
            ["The mayor of Marj met the rebels", "The mayor of Marj left the town"],
        ),
        (
            "غادرت الوزيرة القاهرة يوم الخميس، ووصلت إلى عدن يوم الجمعة.",
            ["غادرت الوزيرة القاهرة", "وصلت الوزيرة إلى عدن"],
        ),
        (
            "Activist Samir Haddad left Cairo on Friday. He was arrested on Saturday.",
            ["Activist Samir Haddad left Cairo", "Samir Haddad was arrested"],
        ),
        # not sure who is meant: nobody is filled in
        (
            "The driver hit Samir Haddad on Friday. He was arrested on Saturday.",
            ["The driver hit Samir Haddad", "He was arrested"],
        ),
        # another gender than the verb's
        (
            "غادر الوزير القاهرة يوم الخميس، ووصلت إلى عدن يوم الجمعة.",
            ["غادر الوزير القاهرة", "وصلت إلى عدن"],
        ),
        # its own subject behind it
        (
            "غادر الوزير القاهرة يوم الخميس، ووصل السفير يوم الجمعة.",
            ["غادر الوزير القاهرة", "وصل السفير"],
        ),
    ],
)
def test_a_subject_that_is_left_out_is_filled_in_where_it_is_sure(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The strike, which began on Friday, angered many.", "The strike began"),
        ("Police freed the man who was abducted on Friday.", "the man was abducted"),
        ("زار الوزير المصنع الذي احترق يوم الجمعة.", "المصنع احترق"),
        # the noun is not who did it
        (
            "The town, which the army shelled on Friday, was empty.",
            "The town, which the army shelled",
        ),
        ("زار الوزير المصنع الذي أحرقه الغاضبون يوم الجمعة.", "أحرق الغاضبون المصنع"),
        # the first noun is not the one that is meant
        ("ارتفع عدد العمال الذين غرقوا يوم الجمعة.", "ارتفع عدد العمال الذين غرقوا"),
    ],
)
def test_what_is_said_of_a_noun_is_told_of_it(text: str, expected: str) -> None:
    assert expected in titles(text)


def test_what_is_too_long_loses_whole_parts_and_asides_first() -> None:
    text = (
        "Police in the northern city of Marj (the second largest of the province) arrested Samir Haddad, "
        "a teacher at the old school near the river, on Friday over a fire that destroyed the mayor’s house."
    )
    [title] = titles(text)
    assert title.startswith("Police in the northern city of Marj arrested Samir Haddad")
    assert not {"(", "…"} & set(title)


@pytest.mark.parametrize(
    "text, expected",
    [
        (DAM, "The minister said that, because of the long drought"),
        (WALL, "The minister said that the wall would be torn down unless the owners of the old houses agreed"),
    ],
)
def test_what_is_said_and_on_what_condition_stay_however_long_the_title_is(text: str, expected: str) -> None:
    [title] = titles(text)
    assert title.startswith(expected)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("أصدرت المحكمة، فجر الجمعة، حكما بسجن التاجر.", "أصدرت المحكمة حكما بسجن التاجر"),
        ("اعتقلت الشرطة، الجمعة، تاجرا في عدن.", "اعتقلت الشرطة تاجرا في عدن"),
        ("Rebels, on Friday, shelled the port.", "Rebels shelled the port"),
        # a comma that belongs to an apposition stays
        ("شنت القوات، وهي من الحرس، الجمعة، حملة على البلدة.", "شنت القوات، وهي من الحرس، حملة على البلدة"),
        ("After the raid, on Friday, rebels shelled the port.", "After the raid, rebels shelled the port"),
    ],
)
def test_the_commas_around_a_date_go_with_it(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("المرج - مراسلنا: قصف الجيش الميناء يوم الجمعة.", "قصف الجيش الميناء"),
        ("وعلى صعيد متصل في المرج، فقد قصف الجيش الميناء يوم الجمعة.", "قصف الجيش الميناء"),
        ("سيلعب الفريق مع الأهلي غدا، من جانبه قال المدرب إن الفريق جاهز.", "سيلعب الفريق مع الأهلي"),
        (
            "أعربت الوزارة في بيان يوم الجمعة، نشره موقعها، عن قلقها من القصف.",
            "أعربت الوزارة في بيان عن قلقها من القصف",
        ),
        # dashes around an aside are no dateline
        ("حملة الشرطة - وهي الأولى - بدأت في المرج يوم الجمعة.", "حملة الشرطة - وهي الأولى - بدأت في المرج"),
    ],
)
def test_what_is_torn_at_its_edges_is_no_part_of_the_title(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    "text, kept",
    [
        (BATTLE, "Tamer was badly beaten at Marj"),
        (TROOPS, "would be carried down to the cellar"),
    ],
)
def test_a_verb_is_never_given_the_rest_of_another_clause(
    text: str, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "WIDEST", LONGEST)
    [title] = titles(text)
    assert title.removesuffix("…").endswith(kept)


@pytest.mark.parametrize(
    "headline, text, expected",
    [
        ("Army bombs port of Marj", "The army bombed the old port of Marj on Friday.", "Army bombs port of Marj"),
        ("مقتل جنديين في قصف", "قتل جنديين في قصف على المرج يوم الجمعة.", "مقتل جنديين في قصف"),
        ("الجيش يقصف ميناء المرج", "قصف الجيش صباح الجمعة ميناء المرج القديم.", "الجيش يقصف ميناء المرج"),
        # says more, or something else
        (
            "Army bombs port of Tobruk",
            "The army bombed the port of Marj on Friday.",
            "The army bombed the port of Marj",
        ),
        ("Army bombs rebels at Marj", "Rebels bombed the army at Marj on Friday.", "Rebels bombed the army at Marj"),
        ("Army leaves port of Marj", "The army bombed the port of Marj on Friday.", "The army bombed the port of Marj"),
        (
            "Did army bomb port of Marj?",
            "The army bombed the port of Marj on Friday.",
            "The army bombed the port of Marj",
        ),
        ("Army bombs Marj on Friday", "The army bombed old Marj on Friday.", "The army bombed old Marj"),
        ("إصابة جنديين في قصف", "قتل جنديين في قصف على المرج يوم الجمعة.", "قتل جنديين في قصف على المرج"),
        ("مقتل جنديين في المرج", "لم يقتل أحد. قصف الجيش المرج يوم الجمعة.", "قصف الجيش المرج"),
    ],
)
def test_the_headline_of_the_report_is_taken_where_it_tells_the_same(headline: str, text: str, expected: str) -> None:
    events = timeline(report(text, PUBLISHED, title=headline)).events
    assert [event.title for event in events] == [expected]


CLASHES = (
    "تدخلت المديرة يوم الجمعة لفض اشتباكات بالعصي بين أحد طباخي مطعم الأسماك والحلويات في مدينة الصيادين "
    "الجديدة وعدد من أصدقاء إحدى الرسامات من سكان الوادي القديم."
)


@pytest.mark.parametrize(
    "text, expected",
    [
        (CLASHES, "تدخلت المديرة لفض اشتباكات بالعصي"),
        ("وافته المنية يوم الجمعة في لندن.", "وافته المنية في لندن"),
        ("أعلن الوزير يوم الجمعة خطة «واسعة» ضد «الإرهاب».", "أعلن الوزير خطة «واسعة» ضد «الإرهاب»"),
    ],
)
def test_what_a_preposition_asks_for_and_what_a_mark_opens_stays_whole(
    text: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "WIDEST", LONGEST)
    assert titles(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("At least 40 horses were stolen in Marj over the past two weeks.", "At least 40 horses were stolen in Marj"),
        ("The rebels handed over two men on Friday.", "The rebels handed over two men"),
        ("أشاد الوزير بالمدينة والتي شهدت يوم الجمعة احتفالا.", "المدينة شهدت احتفالا"),
        ("علق المتحف أكثر من (85) لوحة جميلة يوم الجمعة.", "علق المتحف أكثر من (85) لوحة جميلة"),
    ],
)
def test_what_leads_to_a_date_goes_and_nothing_is_left_alone(text: str, expected: str) -> None:
    assert expected in titles(text)


def test_of_two_ways_to_shorten_a_title_the_one_that_tells_more_is_taken() -> None:
    text = (
        "At least 31 people were killed on Friday when artillery shells hit a livestock market in El Fasher near the "
        "northern border of the vast and dry province."
    )
    [title] = titles(text)
    assert title.startswith("At least 31 people were killed when artillery shells hit a livestock market in El Fasher")
