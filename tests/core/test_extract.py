"""What one report tells: kinds, roles, who and where, what runs on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.words import events, only
from timeline_core.event import Kind, Role

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
    raid, statement = events("A raid on May 10 killed an ISIS leader, U.S. Central Command said on Friday.", DAY)
    assert (raid.title, raid.kind) == ("A raid killed an ISIS leader", Kind.OCCURRENCE)
    assert (statement.title, statement.kind) == (
        "U.S. Central Command: A raid killed an ISIS leader",
        Kind.ANNOUNCEMENT,
    )
    assert statement.announces == (raid.id,)


def test_what_lies_ahead_of_the_report_is_planned() -> None:
    event = only("من المقرر أن يعقد التحالف الدولي اجتماعاً في بغداد في 25 أيار.", DAY)
    assert (event.kind, event.when and event.when.edtf) == (Kind.PLANNED, "2023-05-25")


def test_what_disputes_the_story_is_a_denial_that_points_to_it() -> None:
    story, denial = events(
        "قتل قيادي في «داعش» في غارة للتحالف الدولي أمس.\nوأكد ناشطون عدم وجود قيادي بهذا الاسم في صفوف التنظيم.", DAY
    )
    assert (denial.kind, denial.disputes, denial.when) == (Kind.DENIAL, (story.id,), None)


def test_an_undated_opening_is_told_as_undated() -> None:
    event = only("أعلن التحالف الدولي مقتل قيادي في «داعش» شرقي سوريا.")
    assert (event.when, event.title) == (None, "مقتل قيادي في «داعش» شرقي سوريا")


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
@settings(max_examples=150, deadline=None)
def test_any_text_is_told_or_left_alone_and_every_quote_stands_in_it(text: str) -> None:
    for event in events(text, DAY):
        assert event.title
        for piece in event.evidence:
            assert text[piece.span.start : piece.span.end] == piece.exact


def test_an_empty_report_tells_nothing() -> None:
    assert events(" \n ", DAY) == ()
