"""What is told took place where its own slots say, and not where its nouns come from, belong to or are about."""

import pytest

from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "title", "places"),
    [
        # behind the date, a comma and a source, in the clause of the same verb
        (
            "قبض الحراس، فجر يوم الأحد، على ثلاثة لصوص، حاولوا سرقة تماثيل، في متحف صغير، بمدينة الموصل.",
            "قبض الحراس على ثلاثة لصوص",
            ("mosul",),
        ),
        (
            "Two guards were killed on Sunday, police said, in the town of Atarib.",
            "Two guards were killed",
            ("atarib",),
        ),
        # one subject goes on in the next verb
        (
            "غادرت الفرقة مدرسة القرية يوم الأحد ودخلت حلب.",
            "غادرت الفرقة مدرسة القرية",
            ("aleppo",),
        ),
        # a deed within the telling of another
        (
            "ذكرت الممرضة أن سبعة رعاة جرحوا في الغوطة الشرقية أثناء زلزال الجبل الذي وقع في 18 شباط 2023.",
            "سبعة رعاة جرحوا في الغوطة الشرقية أثناء زلزال الجبل الذي وقع",
            ("eastern-ghouta",),
        ),
        # to whom somebody is loyal
        (
            "خرجت فرق مؤيدة لطهران إلى حدائق البصرة يوم الأحد.",
            "خرجت فرق مؤيدة لطهران إلى حدائق البصرة",
            ("basra",),
        ),
        # to whom somebody speaks, and whose flag it is
        ("قال لـ«القدس» إن الجسر انهار يوم الأحد في بغداد.", "الجسر انهار في بغداد", ("baghdad",)),
        ("رفع البحارة علم هونغ كونغ يوم الأحد قرب البصرة.", "رفع البحارة علم هونغ كونغ قرب البصرة", ("basra",)),
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
            "The president gave a lecture in Juba on Sunday on relations with Sudan.",
            "The president gave a lecture in Juba on relations with Sudan",
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
            "جرح تسعة فلاحين في معركة خاضتها دمشق مع جارتها بيروت في الغوطة الشرقية يوم الأحد.",
            "جرح تسعة فلاحين في معركة خاضتها دمشق مع جارتها بيروت في الغوطة الشرقية",
            ("eastern-ghouta",),
        ),
        ("Moscow sent ships to Tartus on Sunday.", "Moscow sent ships to Tartus", ("tartus",)),
        # a town that saw or suffered it is where it was, and so is a court's
        ("شهدت دمشق انفجارا يوم الأحد.", "شهدت دمشق انفجارا", ("damascus",)),
        (
            "قررت محكمة أسرة القاهرة يوم الأحد طلاق ثلاثة أزواج.",
            "قررت محكمة أسرة القاهرة طلاق ثلاثة أزواج",
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
            "The museum condemned on Friday the burning of a library in Mosul.",
            "The museum condemned the burning of a library in Mosul",
            (),
        ),
        (
            "أعلنت الوزارة يوم الأحد أن قذيفة سقطت على مدينة الموصل.",
            "أعلنت الوزارة أن قذيفة سقطت على مدينة الموصل",
            (),
        ),
        # the deed itself is announced
        (
            "أعلنت إدارة الجمارك يوم الأحد اعتقال مهرب في محافظة سوسة.",
            "أعلنت إدارة الجمارك اعتقال مهرب في محافظة سوسة",
            ("sousse",),
        ),
        # nobody who is known says it: what sources or an outlet pass on was somewhere
        (
            "ذكرت مصادر، الأحد، أن عمالا تجمعوا في مدينة الموصل.",
            "ذكرت مصادر أن عمالا تجمعوا في مدينة الموصل",
            ("mosul",),
        ),
        (
            "Sources told Reuters on Sunday that a crane had hit a bus in Mosul.",
            "Sources told Reuters that a crane had hit a bus in Mosul",
            ("mosul",),
        ),
        ("ذكرت مصادر، الأحد، أن السوق في الموصل ستفتح قريبا.", "ذكرت مصادر أن السوق في الموصل ستفتح قريبا", ()),
        ("ذكرت مصادر، الأحد، أن الرافعة لم تصب حافلة في الموصل.", "ذكرت مصادر أن الرافعة لم تصب حافلة في الموصل", ()),
        # who says it says it where he is, though the place stands behind him
        (
            "قال الطبيب في جنيف، الأحد، إن مرضى توفوا في الموصل.",
            "قال الطبيب في جنيف إن مرضى توفوا في الموصل",
            ("geneva",),
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
