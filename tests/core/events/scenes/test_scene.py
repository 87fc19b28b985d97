"""What is told took place where its own slots say, and not where its nouns come from, belong to or are about."""

import pytest

from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "title", "places"),
    [
        # behind the date, a comma and a source, in the clause of the same verb
        (
            "ألقت الشرطة، فجر يوم الأحد، القبض على 17 شخصا، يشتبه في أنهم من المهربين، في عمليات دهم، بمدينة الموصل.",
            "ألقت الشرطة القبض على 17 شخصا",
            ("mosul",),
        ),
        (
            "Two guards were killed on Sunday, police said, in the town of Atarib.",
            "Two guards were killed",
            ("atarib",),
        ),
        # one subject goes on in the next verb
        (
            "عبرت القافلة خط الجبهة يوم الأحد ودخلت حلب.",
            "عبرت القافلة خط الجبهة",
            ("aleppo",),
        ),
        # a deed within the telling of another
        (
            "قالت المنظمة إن ألف شخص قتلوا في الغوطة الشرقية خلال هجوم الجيش الذي بدأ في 18 شباط 2023.",
            "ألف شخص قتلوا في الغوطة الشرقية خلال هجوم الجيش الذي بدأ",
            ("eastern-ghouta",),
        ),
        # to whom somebody is loyal
        (
            "نزلت ميليشيات موالية لطهران إلى شوارع البصرة يوم الأحد.",
            "نزلت ميليشيات موالية لطهران إلى شوارع البصرة",
            ("basra",),
        ),
        # who leads, whose forces or president they are
        (
            "قصف تحالف بقيادة السعودية معسكرا في الحديدة يوم الأحد.",
            "قصف تحالف بقيادة السعودية معسكرا في الحديدة",
            ("hodeidah",),
        ),
        # by whose clock
        (
            "A market in Atarib was hit on Sunday at 14:07 Damascus time.",
            "A market in Atarib was hit at 14:07 Damascus time",
            ("atarib",),
        ),
        # with which state, and on what
        (
            "The president held a press conference in Juba on Sunday on relations with Sudan.",
            "The president held a press conference in Juba on relations with Sudan",
            ("juba",),
        ),
        # what is only before, and elsewhere
        (
            "A court in Basra jailed two men on Sunday before the attack on Mosul.",
            "A court in Basra jailed two men before the attack on Mosul",
            ("basra",),
        ),
        # who rules in a capital does it, with an ally
        (
            "قتل 62 مدنيا في غارات شنتها دمشق مع حليفتها موسكو على الغوطة الشرقية يوم الأحد.",
            "قتل 62 مدنيا في غارات شنتها دمشق مع حليفتها موسكو على الغوطة الشرقية",
            ("eastern-ghouta",),
        ),
        ("Moscow sent ships to Tartus on Sunday.", "Moscow sent ships to Tartus", ("tartus",)),
        # a town that saw or suffered it is where it was, and so is a court's
        ("شهدت دمشق انفجارا يوم الأحد.", "شهدت دمشق انفجارا", ("damascus",)),
        (
            "قررت محكمة جنايات القاهرة يوم الأحد سجن سبعة متهمين.",
            "قررت محكمة جنايات القاهرة سجن سبعة متهمين",
            ("cairo",),
        ),
        # a part of a state is where something is
        (
            "قتل ثلاثة جنود في شمال العراق يوم الأحد.",
            "قتل ثلاثة جنود في شمال العراق",
            ("northern-iraq",),
        ),
    ],
)
def test_a_happening_has_the_places_of_its_own_slots(text: str, title: str, places: tuple[str, ...]) -> None:
    [found] = [event for event in events(text, "2023-05-18") if event.title == title]
    assert found.places == places


@pytest.mark.parametrize(
    ("text", "title", "places"),
    [
        (
            "The agency condemned on Friday the bombing of a camp in Mosul.",
            "The agency condemned the bombing of a camp in Mosul",
            (),
        ),
        (
            "أعلنت الوزارة يوم الأحد أن قذيفة سقطت على مدينة الموصل.",
            "أعلنت الوزارة أن قذيفة سقطت على مدينة الموصل",
            (),
        ),
        # the deed itself is announced
        (
            "أعلنت وزارة الداخلية يوم الأحد توقيف شخصين في محافظة سوسة.",
            "أعلنت وزارة الداخلية توقيف شخصين في محافظة سوسة",
            ("sousse",),
        ),
        (
            "The minister said in Baghdad on Sunday that two soldiers had died in Mosul.",
            "The minister said in Baghdad that two soldiers had died in Mosul",
            ("baghdad",),
        ),
    ],
)
def test_a_statement_has_the_place_of_the_saying_alone(text: str, title: str, places: tuple[str, ...]) -> None:
    [found] = [event for event in events(text, "2023-05-18") if event.title == title]
    assert found.places == places
