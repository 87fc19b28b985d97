"""Who did it: groups that have no name and no article, by-phrases, what a relative clause says was done, and whom."""

from __future__ import annotations

import pytest

from tests.core.words import events

PUBLISHED = "2023-05-20"
DAY = "2023-05-19"


def roles(text: str) -> set[str]:
    """Role and actor of what the report tells of the day before it."""
    dated = [event for event in events(text, PUBLISHED) if event.when is not None and event.when.edtf == DAY]
    return {f"{role}: {id.split(':', 1)[-1]}" for event in dated for role, id in event.roles}


def told(text: str) -> list[tuple[str, str, str]]:
    """Days, kind and title of each event that has a day."""
    found = [event for event in events(text, PUBLISHED) if event.when is not None and not event.bounded]
    return [(event.when.edtf, event.kind.value, event.title) for event in found if event.when is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a group without a name counts without an article too; who has a name by its adjective is that one
        ("اقتحم مسلحون أمس مصرفا.", {"agent: militants"}),
        ("اقتحم المسلحون الحوثيون أمس مصرفا.", {"agent: houthis"}),
        ("Gunmen killed three soldiers on Friday.", {"agent: militants", "patient: soldiers"}),
        ("Samer Haddad was jailed by a court on Friday.", {"patient: samer.hdd", "agent: court"}),
        ("Police said on Friday that the road was open.", {"speaker: police"}),
        ("The police station burned on Friday.", set()),
        # people of a state act, where they are counted or many; an adjective is nobody
        ("احتشد مئات اللبنانيين في بيروت أمس.", {"agent: lebanon:many"}),
        ("Palestinians marched on Friday.", {"agent: palestine:many"}),
        ("التقى الوزير السوداني أمس السفير.", set()),
    ],
)
def test_a_group_without_a_name_acts_too(text: str, found: set[str]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # with what, or by whom: the deed is his, whatever noun stands before
        ("قتل سبعة فلسطينيين أمس برصاص الجيش اللبناني.", {"agent: lebanese-army"}),
        ("قتل رجلان أمس على يد عناصر من حزب الله.", {"agent: hezbollah"}),
        ("قتل رجلان أمس قرب قاعدة الجيش اللبناني.", set()),
        # behind «بحق» stands to whom it was done, whatever the verb
        ("أصدر القاضي أمس مذكرة بحق سامر حداد.", {"agent: judge", "patient: samer.hdd"}),
        ("صدرت أمس مذكرة توقيف بحق سامر حداد.", {"patient: samer.hdd"}),
        ("صدر أمس كتاب عن سامر حداد.", {"other: samer.hdd"}),
        # whose a thing is that was hit
        ("نفذ الجيش اللبناني أمس غارة على مواقع لحزب الله.", {"agent: lebanese-army", "patient: hezbollah"}),
        ("The Lebanese army shelled positions of Hezbollah on Friday.", {"agent: lebanese-army", "patient: hezbollah"}),
        # who speaks for a body that nobody is named of; where somebody is, he does
        ("قال الناطق الجديد باسم وزارة الداخلية أمس إن الطريق مغلق.", {"speaker: interior-ministry"}),
        ("أكد متحدث باسم الحرس الوطني أمس أن الطريق مغلق.", {"speaker: national-guard"}),
        ("قال المتحدث باسم الجيش اللبناني سامر حداد أمس إن الطريق مغلق.", {"speaker: samer.hdd"}),
        ("The national guard arrested a smuggler on Friday.", {"agent: national-guard"}),
        # of one's own kind, and by name
        (
            "التقى وزير الخارجية العراقي أمس نظيره الإيراني سامر حداد.",
            {"agent: iraq:foreign-minister", "patient: samer.hdd"},
        ),
        # he who holds an office, past what leads to his body
        ("التقى سامر حداد أمس الزعيم الروحي لطائفة الدروز الشيخ ناجي مراد.", {"agent: samer.hdd", "patient: ng.mrd"}),
        # what only says when it was has no part in it; harm that came of harm has
        ("رفع البنك الدولي أمس أجوره بعد مدح اليونان لفرنسا ووعد بريطانيا بناء مسرح.", {"agent: world-bank"}),
        ("قتل ثلاثة رعاة أمس بعد قصف الجيش اللبناني للقرية.", {"agent: lebanese-army"}),
        # what comes about is nobody's doing
        ("أسفر الهجوم أمس عن وقوع عدد من الجرحى من قوات الأمن.", {"patient: security-forces"}),
        # what is joined to what a preposition leads to is no subject, nor is what only says which one it was
        (
            "خلال حديثه عن إيران والصين، ألمح الجيش اللبناني أمس إلى الحرب.",
            {"other: iran", "other: china", "speaker: lebanese-army"},
        ),
        ("إيران والصين هاجمتا أمس حزب الله.", {"agent: iran", "agent: china", "patient: hezbollah"}),
        ("وفي السياق نفسه هاجم الجيش اللبناني أمس حزب الله.", {"agent: lebanese-army", "patient: hezbollah"}),
        ("وعلى الجانب الآخر هاجم الجيش اللبناني أمس حزب الله.", {"agent: lebanese-army", "patient: hezbollah"}),
        # where somebody fires, whoever stands there did not
        ("وأطلق الجنود النار أمس باتجاه متظاهرين.", {"agent: soldiers", "other: protesters"}),
    ],
)
def test_a_by_phrase_and_what_leads_to_whom_it_was_done(text: str, found: set[str]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أصيب خمسة رعاة أمس في هجوم شنه حزب الله.", {"agent: hezbollah"}),
        ("أصيب خمسة رعاة أمس في هجوم بطائرة مسيرة شنه حزب الله.", {"agent: hezbollah"}),
        ("أصيب خمسة رعاة أمس في غارة على قرية نفذها حزب الله.", {"agent: hezbollah"}),
        ("أصيب خمسة رعاة أمس في قرية يحرسها حزب الله.", set()),
        # a subject that is shared: so many men are no subject of a verb in the feminine
        ("أغلقت الشرطة الطريق أمس، واعتقلت خمسة أشخاص أمس.", {"agent: police"}),
    ],
)
def test_a_relative_clause_says_who_did_the_deed_that_its_pronoun_stands_for(text: str, found: set[str]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the day of what was done is that of whom it killed
        (
            "قتل شخصان في غارة نفذها الجيش أمس.",
            [("2023-05-19", "occurrence", "قتل شخصان في غارة نفذها الجيش")],
        ),
        ("قتل شخصان في قرية دمرها الجيش أمس.", [("2023-05-19", "occurrence", "قرية دمرها الجيش")]),
        # each of two days has its own verb
        (
            "قصف الجيش البلدة يوم الخميس، ثم دخلها يوم الجمعة.",
            [("2023-05-18", "occurrence", "قصف الجيش البلدة"), ("2023-05-19", "occurrence", "دخلها الجيش")],
        ),
        ("وصل الوزير إلى عدن وغادرها الجمعة.", [("2023-05-19", "occurrence", "وصل الوزير إلى عدن وغادرها")]),
        # what goes on began then, and nothing else
        (
            "Aid groups have warned of famine since fighting began in April.",
            [("2023-04", "occurrence", "fighting began")],
        ),
        ("Aid groups have warned of famine since April.", []),
        # what is planned for a day is no happening of it
        (
            "Nurses are planning to drive to Aden over the weekend.",
            [("2023-05-20/2023-05-21", "planned", "Nurses are planning to drive to Aden")],
        ),
        # «ما» is about no noun
        ("تصف الشاعرة ما جرى في كانون الأول 2011.", []),
        (
            "تصف الشاعرة قصة الزفاف الذي جرى في كانون الأول 2011.",
            [("2011-12", "occurrence", "قصة الزفاف الذي جرى")],
        ),
        # who brushes aside what others fear denies it; whoever is dismissed lost an office
        ("استبعد الوزير أمس المزاعم.", [("2023-05-19", "denial", "استبعد الوزير المزاعم")]),
        (
            "The king dismissed the minister on Friday.",
            [("2023-05-19", "occurrence", "The king dismissed the minister")],
        ),
        ("انتقد الوزير أمس تصريحات السفير.", [("2023-05-19", "announcement", "انتقد الوزير تصريحات السفير")]),
    ],
)
def test_a_day_is_of_the_deed_that_it_stands_with(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("وصلت الوفود. وأصبح السكان يرون فيها ملاذا.", []),
        ("وصل الوزير. وأصبح زياد الحداد نائبا.", ["أصبح زياد الحداد نائبا"]),
        ("وصل الوزير. وتمنى التمتع بالرحلة، ودعم المسافرين، وتوزيع الهدايا.", []),
        ("وصل الوزير. وزار البلدة، ودعم الجيش الأهالي.", ["دعم الجيش الأهالي"]),
        ("قصفت الطائرات القرية. كما خرجت مظاهرات في الموصل.", ["قصفت الطائرات القرية", "خرجت مظاهرات في الموصل"]),
        ("قصفت الطائرات القرية. كما خرجت الحافلات.", ["قصفت الطائرات القرية"]),
    ],
)
def test_how_things_are_and_what_is_wished_is_no_happening(text: str, titles: list[str]) -> None:
    assert [event.title for event in events(text, PUBLISHED)] == titles


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # two, one and a child are counts; so is what stands before its verb
        ("استشهد مواطنان فجر أمس.", {("killed", 2)}),
        ("أدى القصف أمس إلى استشهاد شخص وإصابة أربعة آخرين.", {("killed", 1), ("wounded", 4)}),
        ("A child was killed and six others were wounded on Friday.", {("killed", 1), ("wounded", 6)}),
        ("10 أشخاص على الأقل قتلوا أمس.", {("killed", 10)}),
        ("قالت الوزارة أمس إن شخصا استشهد وأصيب أربعة آخرون.", {("killed", 1), ("wounded", 4)}),
        ("جرح امرأتان وطفل في التدافع أمس.", {("wounded", 3)}),
        ("A farmer and his two sons died in the fire on Friday.", {("killed", 3)}),
        ("اعتقل الجيش ثلاثة رجال وامرأة أمس.", {("arrested", 4)}),
        # nobody is counted who only stands there, and nobody to whom nothing was done
        ("زار مواطنان أمس قبر شهيد.", set()),
        ("التقى الوزير أمس أربعة آخرين.", set()),
        ("A child and six others visited the fair on Friday.", set()),
    ],
)
def test_those_who_were_harmed_or_held_are_counted(text: str, figures: set[tuple[str, int]]) -> None:
    dated = [event for event in events(text, PUBLISHED) if event.when is not None and event.when.edtf == DAY]
    assert {(figure.what, figure.low) for event in dated for figure in event.figures} == figures


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        # every village of an undated sentence is told; what goes on telling of one happening is one
        (
            "قتل 21 مدنيا في قصف على المرج الجمعة. وقتل تسعة مدنيين في بلدة الزهور. وقتل أربعة أطفال في قرية العين.",
            [21, 9, 4],
        ),
        ("A landmine on a track has killed 13 people. Several carts were damaged in the blast on Friday.", [13]),
        ("A blast tore through a depot in Taiz on Friday. Nine workers were killed.", [9]),
    ],
)
def test_what_is_told_without_a_day_is_on_the_timeline_too(text: str, tolls: list[int]) -> None:
    assert [figure.low for event in events(text, PUBLISHED) for figure in event.figures] == tolls
