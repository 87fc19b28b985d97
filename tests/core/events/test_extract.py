"""What one report tells: kinds, roles, who and where, what runs on."""

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.words import events, known, only, report
from timeline_core.events.accounts import account
from timeline_core.model.event import Kind, Role

DAY = "2023-05-20"
PIECES = [
    "أعلن",
    "الجيش",
    "أن",
    "قتل",
    "في غارة",
    "أمس",
    "،",
    ".",
    "\n",
    "(",
    '"',
    "10 شباط",
    "إبراهيم القحطاني",
    "أنه",
    "— X May 5",
]
PIECES += [
    "said",
    "on Friday",
    "the raid",
    "killed",
    "43 عملية",
    "و",
    "الغارة",
    "مضيفا",
    "> ",
    "وفي 2022",
    "10,000+",
    "نفى",
]


@pytest.mark.parametrize(
    "text",
    [
        "درعا (وكالات) - أعلن الجيش أمس أن خمسة جنود قتلوا في الغارة التي شنها الطيران.\nوأضاف أن الهجوم انتهى.",
        "ADEN, May 4 - The army said on Friday that five men, who had fled, were killed in a raid.\nThe raid ended.",
    ],
)
def test_what_was_made_of_a_report_is_free_at_once(text: str) -> None:
    """Trees and sentences leave nothing to the garbage collector, which is seldom at work while reports are read."""
    one = report(text, DAY, title=text[19:60])
    account(one, known())
    gc.collect()
    gc.disable()
    try:
        assert account(one, known()).drafts
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_happened_is_an_occurrence_with_its_day_actors_and_places() -> None:
    event = only("قتل ثلاثة من عناصر «داعش» في غارة لقوات سوريا الديمقراطية شرقي سوريا أمس.", DAY)
    assert event.when is not None
    assert (event.when.edtf, event.kind) == ("2023-05-19", Kind.OCCURRENCE)
    assert (event.actors, event.places) == (("isis", "sdf"), ("eastern-syria",))


def test_the_day_of_a_saying_is_an_announcement_that_points_to_what_happened() -> None:
    raid, statement = events("أعلنت القيادة المركزية الأميركية أمس أن غارة قتلت قيادياً في «داعش» في 10 أيار.", DAY)
    assert (raid.when.edtf if raid.when else "", raid.kind) == ("2023-05-10", Kind.OCCURRENCE)
    assert (statement.when.edtf if statement.when else "", statement.kind) == ("2023-05-19", Kind.ANNOUNCEMENT)
    assert statement.announces == (raid.id,)


def test_in_english_too() -> None:
    raid, statement = events("A raid on May 10 killed an ISIS leader, the Central Command said on Friday.", DAY)
    assert (raid.title, raid.kind) == ("A raid killed an ISIS leader", Kind.OCCURRENCE)
    assert (statement.title, statement.kind) == (
        "the Central Command: A raid killed an ISIS leader",
        Kind.ANNOUNCEMENT,
    )
    assert statement.announces == (raid.id,)


def test_what_lies_ahead_of_the_report_is_planned() -> None:
    event = only("من المقرر أن يعقد التحالف الدولي اجتماعاً في بغداد في 25 أيار.", DAY)
    assert (event.kind, event.when and event.when.edtf) == (Kind.PLANNED, "2023-05-25")


def test_what_disputes_the_story_is_a_denial_that_points_to_it() -> None:
    story, denial = events(
        "قتل طباخ في «داعش» في غارة للتحالف الدولي أمس.\nوأكد رعاة عدم وجود طباخ بهذا الاسم في خيام التنظيم.", DAY
    )
    assert (denial.kind, denial.disputes, denial.bounded) == (Kind.DENIAL, (story.id,), True)


def test_an_undated_opening_is_told_as_undated() -> None:
    event = only("أعلن التحالف الدولي أسر طباخ في «داعش» شمالي لبنان.")
    assert (event.when, event.title) == (None, "أسر طباخ في «داعش» شمالي لبنان")


def test_what_was_long_ago_is_background() -> None:
    event = only("تجري القوات تدريباتها.\nلا جديد.\nوفي 20 كانون الثاني 2022، نفذ «داعش» هجوماً على سجن الصناعة.", DAY)
    assert event.evidence[0].role is Role.BACKGROUND
    assert event.background


def test_a_definite_noun_runs_on_and_is_marked_as_inherited() -> None:
    event = only("نفذت القوات غارة في الحسكة أمس.\nوأسفرت الغارة عن مقتل 3 عناصر من «داعش».", DAY)
    [own, more] = event.evidence
    assert (own.inherited, more.inherited) == (False, True)
    assert [(figure.what, figure.low) for figure in event.figures] == [("killed", 3)]
    assert "isis" in event.actors


def test_another_person_does_not_run_on() -> None:
    told = events(
        "قتل إبراهيم القحطاني في غارة أمس.\nوذكر ناشطون أن حمزة الحمصي نجا من الغارة التي استهدفت منزله.", DAY
    )
    assert all("hamza-al-homsi" not in event.actors for event in told if "ibrahim-al-qahtani" in event.actors)


def test_he_is_the_person_named_last() -> None:
    event = only("قال بيان إن القيادي إبراهيم القحطاني كان مطلوباً، مضيفاً أنه قتل في غارة في 10 أيار.", DAY)
    assert event.actors[0] == "ibrahim-al-qahtani"
    assert event.title == "إبراهيم القحطاني قتل في غارة"


def test_a_family_name_stands_for_the_person_named_before() -> None:
    event = only("كان إبراهيم القحطاني مطلوباً.\nوقتل القحطاني في غارة في 10 أيار.", DAY)
    assert "ibrahim-al-qahtani" in event.actors


def test_a_signed_post_is_said_on_its_day_and_tells_of_its_own() -> None:
    raid, statement = events(
        "A raid on May 10th killed two ISIS members.\n— U.S. Central Command (@CENTCOM) May 15, 2023", None
    )
    assert (raid.when.edtf if raid.when else "") == "2023-05-10"
    assert (statement.when.edtf if statement.when else "", statement.announces) == ("2023-05-15", (raid.id,))


def test_evidence_is_the_reports_own_words() -> None:
    text = "مقدمة.\nقتل ثلاثة عناصر من «داعش» في غارة أمس. خاتمة."
    [piece] = only(text, DAY).evidence
    assert text[piece.span.start : piece.span.end] == piece.exact
    assert text[: piece.span.start].endswith(piece.prefix)
    assert text[piece.span.end :].startswith(piece.suffix)


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(PIECES)), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_told_or_left_alone_and_every_quote_stands_in_it(text: str) -> None:
    for event in events(text, DAY):
        assert event.title
        for piece in event.evidence:
            assert text[piece.span.start : piece.span.end] == piece.exact


def test_an_empty_report_tells_nothing() -> None:
    assert events(" \n ", DAY) == ()


Told = list[tuple[str | None, str]]


def told(text: str) -> Told:
    """Day and kind of everything that the text tells."""
    return [(event.when.edtf if event.when else None, event.kind.value) for event in events(text, DAY)]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "حصيلة الشهر\n- 3 أيار: مقتل 4 جنود في كمين قرب المدينة\n- 7 أيار: إصابة 5 مدنيين في قصف على البلدة",
            [("2023-05-03", "occurrence"), ("2023-05-07", "occurrence")],
        ),
        ("عاجل: مقتل 5 في قصف على إدلب يوم 10 أيار", [("2023-05-10", "occurrence")]),
        ("حلب - 10 أيار", []),
    ],
    ids=str,
)
def test_a_line_with_a_date_that_tells_is_neither_byline_nor_heading(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("نفى المتحدث، أمس، وقوع أي هجوم على السفارة في بغداد يوم الأربعاء.", [("2023-05-19", "denial")]),
        ("نفت وزارة الدفاع انسحاب قواتها من إدلب في 12 أيار.", [("2023-05-12", "denial")]),
        ("Russia denied on May 12 that it struck Idlib on May 10.", [("2023-05-12", "denial")]),
        ("لا ينفي الجيش أن الغارة وقعت على البلدة في 12 أيار.", [("2023-05-12", "occurrence")]),
    ],
    ids=str,
)
def test_what_is_denied_did_not_happen(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("لم يقع أي هجوم في 10 أيار.", [("2023-05-10", "denial")]),
        ("No attack took place on May 10.", [("2023-05-10", "denial")]),
        ("لو وقع الهجوم على المدينة في 10 أيار لقتل المئات.", []),
        ("هل وقع الهجوم على المدينة في 10 أيار؟", []),
        ("قصفت الطائرات البلدة في 10 أيار، فهل يعود السكان؟", [("2023-05-10", "occurrence")]),
        ("كتب الوزير في 10 أيار: هل قصفت الطائرات البلدة؟", [("2023-05-10", "announcement")]),
        ("هل قصفت الطائرات البلدة في 10 أيار، وهي آهلة.", []),
        ("قصفت الطائرات البلدة في 10 أيار، وهي آهلة.", [("2023-05-10", "occurrence")]),
        ("زار السياح القرى التي أصبحت ضاحية المدينة اليوم.", [("../2023-05-20", "occurrence")]),
        ("أصبح القاضي رئيسا للمحكمة اليوم.", [("2023-05-20", "occurrence")]),
        ("زار السياح القرى التي أصبحت ضاحية المدينة في 10 أيار.", [("2023-05-10", "occurrence")]),
        ("كان مقررا أن يعقد المؤتمر في 25 أيار إلا أن الوزير أعلن تأجيله.", []),
        ("The match was due to be held on May 25 but was postponed.", []),
        ("The ministry postponed the vote and signed a truce on May 10.", [("2023-05-10", "occurrence")]),
        ("ألغي المؤتمر الذي كان مقررا في بغداد في 25 أيار.", []),
        ("تأجل المؤتمر الذي كان مقررا في بغداد في 25 أيار.", [("../2023-05-20", "occurrence")]),
        ("أرجأ القاضي المحاكمة لجلسة يوم 25 أيار.", [("../2023-05-20", "occurrence")]),
        ("Turkey cancelled the talks scheduled for May 25.", [("../2023-05-20", "occurrence")]),
        ("قتل 3 جنود في كمين يوم 10 أيار ولم يصب أحد من المدنيين.", [("2023-05-10", "occurrence")]),
        ("The talks were cancelled by the ministry on May 10.", [("2023-05-10", "occurrence")]),
    ],
    ids=str,
)
def test_what_is_negated_supposed_asked_or_cancelled_did_not_happen(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قتل ثلاثة مدنيين في غارة على بلدة جنوبي لبنان، الثلاثاء، بحسب ما أفادت الوكالة الوطنية.",
            [("2023-05-16", "occurrence")],
        ),
        (
            "Three people were killed in shelling of Idlib, Tuesday, according to the army.",
            [("2023-05-16", "occurrence")],
        ),
        (
            "The attack happened on Tuesday, officials said on Wednesday.",
            [("2023-05-16", "occurrence"), ("2023-05-17", "announcement")],
        ),
        ("وفق مصادر محلية، قتل 3 جنود في كمين يوم الثلاثاء.", [("2023-05-16", "occurrence")]),
    ],
    ids=str,
)
def test_a_source_takes_no_date_from_what_happened(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("ولد الشاعر في القرية في 13 آذار 1941 وتوفي في 9 آب 2008.", ["2008-08-09"]),
        ("اعتقلت القوات 12 شخصا في حلب يوم 3 أيار و5 أشخاص في حماة يوم 7 أيار.", ["2023-05-03", "2023-05-07"]),
        ("أدان مجلس الأمن في 12 أيار الهجوم الذي وقع في 10 أيار في إدلب.", ["2023-05-10", "2023-05-12"]),
        ("وقع هجوم على القاعدة العسكرية في 10 أيار و12 أيار.", ["2023-05-10", "2023-05-12"]),
        ("Rebels attacked the base on May 3 and seized the town on May 7.", ["2023-05-03", "2023-05-07"]),
    ],
    ids=str,
)
def test_no_date_of_a_clause_is_dropped(text: str, expected: list[str]) -> None:
    assert [day for day, _ in told(text)] == expected


def test_the_saying_and_the_thing_said_of_have_each_their_day() -> None:
    assert told("أدان مجلس الأمن في 12 أيار الهجوم الذي وقع في 10 أيار في إدلب.") == [
        ("2023-05-10", "occurrence"),
        ("2023-05-12", "announcement"),
    ]


@pytest.mark.parametrize(
    "text, title",
    [
        (
            "قتل 21 شخصا، بينهم 5 أطفال، في قصف على إدلب يوم 10 أيار.",
            "قتل 21 شخصا، بينهم 5 أطفال، في قصف على إدلب",
        ),
        ("ترأس الملك، يوم الخميس 18 ماي 2023 بالقصر الملكي، مجلسا وزاريا.", "ترأس الملك، بالقصر الملكي، مجلسا وزاريا"),
        (
            "قتل 21 شخصا في قصف على المدينة، وأصيب 112 آخرون يوم 10 أيار.",
            "قتل 21 شخصا في قصف على المدينة، وأصيب 112 آخرون",
        ),
    ],
    ids=str,
)
def test_a_comma_parts_no_verb_from_what_hangs_on_it(text: str, title: str) -> None:
    assert only(text, DAY).title == title


@pytest.mark.parametrize(
    "text, expected",
    [
        ("قتل 34 ألف شخص في غزة منذ 7 أكتوبر 2022.", [("2022-10-07/2023-05-20", "occurrence")]),
        ("Since 7 October 2022, 34,683 people have been killed in Gaza.", [("2022-10-07/2023-05-20", "occurrence")]),
        (
            "أدى القصف منذ 26 آذار إلى مقتل 944 شخصا حتى 17 نيسان في غزة.",
            [("2023-03-26/2023-04-17", "occurrence")],
        ),
        ("استمر القتال في السجن حتى 17 نيسان.", [("2023-04-17", "occurrence")]),
        ("قتل 300 شخص منذ بداية العام.", [("2023-01-01/2023-05-20", "occurrence")]),
        ("قتل 300 شخص منذ أواخر عام 2021.", [("2021/2023-05-20", "occurrence")]),
        ("يجب على القوات الانسحاب من المدينة قبل 1 حزيران.", []),
        ("Rebels must leave the town before May 5.", []),
        ("Some days after the May 3 strike, rebels seized Azaz.", [("../2023-05-20", "occurrence")]),
        ("منذ الثلاثاء، بدأ مئات السكان مغادرة المدينة.", [("2023-05-16", "occurrence")]),
    ],
    ids=str,
)
def test_an_open_beginning_and_a_deadline_are_no_single_day(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_what_is_counted_from_the_day_beside_it_is_of_the_day_that_it_gives() -> None:
    assert told("Three days after the May 3 strike, rebels seized Azaz.") == [("2023-05-06", "occurrence")]
    assert told("سيطر المسلحون على البلدة بعد يومين من 3 أيار.") == [("2023-05-05", "occurrence")]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Ten hostages were released on May 10.", Kind.OCCURRENCE),
        ("France issued an arrest warrant for Assad on May 10.", Kind.OCCURRENCE),
        ("The blast claimed 5 lives on May 10.", Kind.OCCURRENCE),
        ("The army issued a statement on the raid on May 10.", Kind.ANNOUNCEMENT),
        ("أصدرت الوزارة في 10 أيار بيانا عن الغارة.", Kind.ANNOUNCEMENT),
        ("أصدر الرئيس في 10 أيار عفوا عن السجناء.", Kind.OCCURRENCE),
    ],
    ids=str,
)
def test_publishing_is_saying_only_with_a_notice(text: str, kind: Kind) -> None:
    assert only(text, DAY).kind is kind


def test_letters_of_a_word_are_no_clitics() -> None:
    assert only("قال الجيش إن قرية كفر نبل تعرضت لقصف في 10 أيار.", DAY).title == "قرية كفر نبل تعرضت لقصف"


def test_a_name_in_straight_quotation_marks_opens_no_quotation() -> None:
    """The mark that closes the name of a radio is not the one that opens what it said."""
    told = only(
        'وسبق أن حذّر تقرير أممي نقلته إذاعة "صوت الجبل"، أواخر العام 2021، من عودة المسلحين إلى الوادي.', "2023-02-20"
    )
    assert told.kind is Kind.ANNOUNCEMENT
    assert told.title.startswith("حذّر تقرير أممي")
