"""Numbers that count something; and numbers that do not."""

import pytest

from tests.core.words import events, phrasing, span_of
from timeline_core.events.figures.counts import figures
from timeline_core.model.span import Span

Told = list[tuple[str, int, int | None]]


def told(code: str, text: str, *dates: str) -> Told:
    spans = [span_of(text, date) for date in dates]
    found = figures(text, Span(0, len(text)), "r1", phrasing(code).figures, spans)
    return [(figure.what, figure.low, figure.high) for figure in found]


@pytest.mark.parametrize(
    "code, text, expected",
    [
        ("ar", "أنجزت القوات 28 عملية (9 في البادية و19 خارجها)", [("operations", 28, 28)]),
        ("ar", "مقتل 14 عنصراً واعتقال 36 عنصراً", [("killed", 14, 14), ("arrested", 36, 36)]),
        ("ar", "أكثر من 10 آلاف معتقل", [("detainees", 10000, None)]),
        ("ar", "إصابة أربعة جنود", [("wounded", 4, 4)]),
        ("ar", "سقوط ١٢ قتيلا و٣٠ جريحا", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("ar", "بسيارتين ملغمتين", [("vehicles", 2, 2)]),
        ("ar", "نزوح نحو 45 ألف نازح", [("displaced", 45000, 45000)]),
        ("en", "killed eight workers and wounded more than a dozen", [("killed", 8, 8), ("wounded", 12, None)]),
        ("en", "killed at least 12 people", [("killed", 12, None)]),
        ("en", "four U.S. service members were wounded", [("wounded", 4, 4)]),
        ("en", "Under article 9, those arrested may call a lawyer", []),
        ("ar", "وبموجب المادة 9 يحق لمن اعتقل توكيل محام", []),
        ("en", "10,000+ detainees were counted", [("detainees", 10000, None)]),
        ("ar", "سقوط 34 ألفا و683 قتيلا و78 ألفا و18 جريحا", [("killed", 34683, 34683), ("wounded", 78018, 78018)]),
        ("ar", "مقتل مئة وخمسين شخصا", [("killed", 150, 150)]),
        ("ar", "مقتل واحد وعشرين شخصا", [("killed", 21, 21)]),
        ("ar", "مقتل مئة وخمسة وثلاثين عنصرا", [("killed", 135, 135)]),
        ("ar", "مقتل ثلاثمئة وخمسين شخصا", [("killed", 350, 350)]),
        ("ar", "نزوح 1.5 مليون نازح", [("displaced", 1_500_000, 1_500_000)]),
        ("ar", "مقتل ما بين 10 و15 جنديا", [("killed", 10, 15)]),
        ("ar", "مقتل 21 شخصا بينهم 5 أطفال و3 نساء وإصابة 7 أشخاص", [("killed", 21, 21), ("wounded", 7, 7)]),
        ("en", "three hundred and fifty people were killed", [("killed", 350, 350)]),
        ("en", "twenty-five soldiers were killed", [("killed", 25, 25)]),
        ("en", "between 10 and 15 people were killed", [("killed", 10, 15)]),
        ("en", "5 of 12 hostages were killed", [("killed", 5, 5)]),
        ("en", "killed 21 people, including 5 children", [("killed", 21, 21)]),
        ("en", "14 smugglers killed and 36 detained", [("killed", 14, 14), ("arrested", 36, 36)]),
        ("ar", "استشهد 12 فلسطينيا وأصيب أكثر من أربعين آخرين", [("killed", 12, 12), ("wounded", 40, None)]),
        ("ar", "أوقع 213 قتيلا ومئتي جريح", [("killed", 213, 213), ("wounded", 200, 200)]),
        ("ar", "مقتل ۱۲ شخصا", [("killed", 12, 12)]),
        ("ar", "لقي 16 من رجال الإطفاء مصرعهم", [("killed", 16, 16)]),
        ("ar", "قتل 7 في انفجار وجرح 20", [("killed", 7, 7), ("wounded", 20, 20)]),
        ("ar", "باعت 02ر5 مليون سيارة", []),
        ("ar", "مقتل وإصابة 30 مدنيا", [("casualties", 30, 30)]),
        ("ar", "وأسفر الحريق عن مصرع وإصابة العشرات", [("casualties", 20, None)]),
        ("ar", "سقط في الزلزال نحو 41 من سكان القرية بين شهداء وجرحى", [("casualties", 41, 41)]),
        ("ar", "سقوط 15 قتيلا وجريحا", [("casualties", 15, 15)]),
        ("ar", "مقتل 5 جنود وإصابة 30 بين قتيل وجريح", [("killed", 5, 5), ("casualties", 30, 30)]),
        ("ar", "مقتل وزير وإصابة 3 من حراسه", [("wounded", 3, 3)]),
        ("en", "30 people were killed or wounded", [("casualties", 30, 30)]),
        ("ar", "مقتل العشرات وإصابة مئات آخرين", [("killed", 20, None), ("wounded", 200, None)]),
        ("ar", "نزوح عشرات الآلاف من المدنيين", [("displaced", 20000, None)]),
        ("ar", "عودة نصف مليون نازح", [("displaced", 500_000, 500_000)]),
        ("ar", "نزح ما بين مليونين و2.2 مليون آخرين", [("displaced", 2_000_000, 2_200_000)]),
        ("ar", "وشرد نحو 150 ألفا", [("displaced", 150_000, 150_000)]),
        ("ar", "مقتل 10-15 مسلحا", [("killed", 10, 15)]),
        ("ar", "إصابة 10 إلى 15 مدنيا", [("wounded", 10, 15)]),
        ("ar", "ارتفع عدد القتلى من 30 إلى 45", [("killed", 45, 45)]),
        ("ar", "قتل 17 شخصا على الأقل بينهم خمسة أطفال", [("killed", 17, None)]),
        ("ar", "مقتل جنديين وإصابة شخصين", [("killed", 2, 2), ("wounded", 2, 2)]),
        ("ar", "اعتقال نحو ثلاثين مشتبها به", [("arrested", 30, 30)]),
        ("ar", "الإفراج عن 15 أسيرا", [("released", 15, 15)]),
        ("ar", "أفرجت عن 15 شخصا", [("released", 15, 15)]),
        ("ar", "سجن يضم 200 سجين", [("detainees", 200, 200)]),
        ("ar", "مقتل حارس في سجن يضم 200 سجين", [("detainees", 200, 200)]),
        ("ar", "خطف خمسة مقاتلين وفقدان 9 بحارة", [("abducted", 5, 5), ("missing", 9, 9)]),
        ("ar", "خطف خمسة مقاتلين وفقدان 9 حقائب", [("abducted", 5, 5)]),
        ("ar", "فقدان 9 أشخاص", [("missing", 9, 9)]),
        ("ar", "إطلاق 12 صاروخا", [("rockets", 12, 12)]),
        ("en", "a strike killed dozens of people", [("killed", 24, None)]),
        ("en", "killing 10 to 15 fighters", [("killed", 10, 15)]),
        ("en", "killed 10-15 fighters", [("killed", 10, 15)]),
        ("en", "killed 12 and wounded 40", [("killed", 12, 12), ("wounded", 40, 40)]),
        ("en", "The death toll rose from 30 to 45", [("killed", 45, 45)]),
        ("en", "half a million people were displaced", [("displaced", 500_000, 500_000)]),
        ("en", "tens of thousands were displaced", [("displaced", 20_000, None)]),
        ("en", "12 people or more were wounded", [("wounded", 12, None)]),
        ("en", "gunmen kidnapped six aid workers", [("abducted", 6, 6)]),
        ("ar", "قتل أقل من 50 شخصا في رفح", [("killed", 0, 50)]),
        ("ar", "قتل ما يصل إلى 50 شخصا", [("killed", 0, 50)]),
        ("ar", "أصيب ما لا يزيد على عشرين شخصا", [("wounded", 0, 20)]),
        ("ar", "مقتل 30 جنديا على الأكثر", [("killed", 0, 30)]),
        ("ar", "قتل ما لا يقل عن 50 شخصا", [("killed", 50, None)]),
        ("en", "Up to 50 people were killed in Rafah", [("killed", 0, 50)]),
        ("en", "as many as 40 dead", [("killed", 0, 40)]),
        ("en", "fewer than 20 people were wounded", [("wounded", 0, 20)]),
        ("en", "killed no more than 30 people", [("killed", 0, 30)]),
        ("en", "no fewer than 30 people were killed", [("killed", 30, None)]),
        ("en", "no less than 30 people were killed", [("killed", 30, None)]),
        ("en", "killed not only 12 soldiers", [("killed", 12, 12)]),
        ("en", "It was not over, and 12 soldiers were killed", [("killed", 12, 12)]),
        ("en", "The army did not say who killed 12 soldiers", [("killed", 12, 12)]),
        ("en", "No one was hurt; 12 cars were hit", [("vehicles", 12, 12)]),
        ("ar", "لم يكن الهجوم متوقعا وقتل 12 جنديا", [("killed", 12, 12)]),
        ("ar", "هجوم لم تتبنه جهة، مقتل 12 جنديا", [("killed", 12, 12)]),
        ("en", "12 people including three children were killed in Rafah", [("killed", 12, 12)]),
        ("en", "12 people, including three children and two women, were killed in Rafah", [("killed", 12, 12)]),
        ("en", "12 people, three of them children, went home; 4 were killed", [("killed", 4, 4)]),
    ],
    ids=str,
)
def test_a_number_counts_with_what_it_counts(code: str, text: str, expected: Told) -> None:
    assert told(code, text) == expected


@pytest.mark.parametrize(
    "code, text",
    [
        ("ar", "قتل القيادي عام 2022 في المدينة"),
        ("ar", "مقتل القائد بعد 3.5% من الأصوات"),
        ("ar", "اللواء 92 في الفرقة الرابعة"),
        ("ar", "القرار 2254"),
        ("ar", "مقتل لست عنصرا"),
        ("ar", "مقتل 10 و15 شخصا"),
        ("ar", "مقتل 2.5 شخص"),
        ("en", "a F16 fighter killed"),
        ("en", "killed in 2022"),
        ("en", "10 in Syria and 33 in Iraq"),
        ("en", "the 82nd Airborne"),
        ("ar", "قتل القيادي البالغ من العمر 42 عاما"),
        ("ar", "قتل على بعد 15 كيلومترا من المدينة"),
        ("ar", "قتل 42 يوما بعد الحادث"),
        ("ar", "تحرير 12 قرية"),
        ("ar", "ضبط 200 ألف دولار"),
        ("ar", "إصابة 3 مواقع"),
        ("ar", "قتل 2014 كان عاما صعبا"),
        ("ar", "مقتل 15 في المئة منهم"),
        ("en", "killed a 42-year-old man"),
        ("en", "wounded 15 kilometres from the town"),
        ("en", "captured 12 villages"),
        ("en", "killed 2014 was hard"),
        ("en", "the baker Salem Hadi, 58, was arrested"),
        ("en", "freed the driver, 40 days after masked men took him"),
    ],
    ids=str,
)
def test_a_number_alone_counts_nothing(code: str, text: str) -> None:
    assert told(code, text) == []


@pytest.mark.parametrize(
    "code, text",
    [
        ("en", "No one was killed when a bomb exploded in Mosul"),
        ("en", "The attack failed to kill 12 soldiers in Mosul"),
        ("en", "The strike did not kill 12 soldiers"),
        ("en", "12 soldiers were not killed in Mosul"),
        ("en", "None of the 12 soldiers was wounded"),
        ("en", "The bomb went off without killing 12 soldiers"),
        ("ar", "لم يقتل 12 جنديا في الموصل"),
        ("ar", "لم يسفر الهجوم عن مقتل 12 جنديا"),
        ("ar", "فشل الهجوم في قتل 12 جنديا"),
        ("ar", "فشلت في قتل 12 جنديا"),
        ("ar", "انتهى الهجوم دون مقتل 12 جنديا"),
        ("ar", "لم تدمر سيارتين"),
    ],
    ids=str,
)
def test_what_is_said_not_to_have_been_is_no_figure(code: str, text: str) -> None:
    assert told(code, text) == []


def test_a_number_inside_a_date_is_no_figure() -> None:
    text = "مقتل 10 عناصر في 12 أيار"
    assert told("ar", text, "12 أيار") == [("killed", 10, 10)]


@pytest.mark.parametrize(
    "code, text, words",
    [
        ("ar", "نحو 40 قتيلا", "40"),
        ("ar", "إصابة 40 شخصا تقريبا", "40"),
        ("ar", "مقتل العشرات", "العشرات"),
        ("en", "an estimated 40 dead", "40"),
    ],
    ids=str,
)
def test_about_is_kept(code: str, text: str, words: str) -> None:
    [figure] = figures(text, Span(0, len(text)), "r1", phrasing(code).figures)
    assert (figure.approximate, figure.span.of(text)) == (True, words)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # one and two, in a word
        ("استشهد مواطنان فجر أمس في المخيم.", {("killed", 2)}),
        ("استشهد شاب وأصيب ثلاثة آخرون أمس.", {("killed", 1), ("wounded", 3)}),
        ("قتل طفل أمس بقصف على المدينة.", {("killed", 1)}),
        ("اعتقلت الشرطة شابا أمس.", {("arrested", 1)}),
        ("قتل المسلحون صحفيا أمس.", {("killed", 1)}),
        ("توفي عامل متأثرا بجروحه أمس.", {("killed", 1)}),
        ("A woman was killed by a sniper on Friday.", {("killed", 1)}),
        ("Police arrested a man on Friday.", {("arrested", 1)}),
        ("Gunmen killed a journalist on Friday.", {("killed", 1)}),
        # predicates that are joined, each with its own
        ("A child was killed and six others were wounded in Homs on Friday.", {("killed", 1), ("wounded", 6)}),
        ("A boy was killed and two others injured on Friday.", {("killed", 1), ("wounded", 2)}),
        ("Gunmen killed a guard and wounded seven on Friday.", {("killed", 1), ("wounded", 7)}),
        ("قتلت امرأة وأصيب أربعة يوم الجمعة في قصف على البلدة.", {("killed", 1), ("wounded", 4)}),
        ("استشهاد شخص وإصابة أربعة آخرين يوم الجمعة.", {("killed", 1), ("wounded", 4)}),
        ("مقتل جندي وإصابة اثنين يوم الجمعة.", {("killed", 1), ("wounded", 2)}),
        ("أعلن المستشفى استشهاد شاب وإصابة ستة آخرين يوم الجمعة.", {("killed", 1), ("wounded", 6)}),
        ("قتل شخصان وأصيب 14 آخرون إثر انهيار جسر هذا الخميس.", {("killed", 2), ("wounded", 14)}),
        ("قتل طفل سوري برصاص الحرس يوم الجمعة.", {("killed", 1)}),
        # a list is counted together, but a number behind one may be a part of it
        ("A man and two women were killed on Friday.", {("killed", 3)}),
        ("قتل ثلاثة أطفال وامرأة يوم الجمعة.", {("killed", 4)}),
        ("قتل رجل وامرأتان يوم الجمعة.", {("killed", 3)}),
        ("غرق 30 شخصا و7 أطفال يوم الجمعة.", {("killed", 30), ("killed", 7)}),
        # kin count beside others who do, and nobody does beside one who is not counted
        ("A soldier and his brother were killed on Friday.", {("killed", 2)}),
        ("A couple and their son were killed in a fire on Friday.", {("killed", 3)}),
        ("A man, his wife and their three children died in a fire on Friday.", {("killed", 5)}),
        ("Both her parents were injured on Friday.", {("wounded", 2)}),
        ("قتل والداها في حريق يوم الجمعة.", {("killed", 2)}),
        ("لقي زوجان وابنهما حتفهم في انهيار منزل يوم الجمعة.", {("killed", 3)}),
        ("قتل رجل وزوجته وأطفالهما الثلاثة يوم الجمعة في حريق.", {("killed", 5)}),
        ("Angry parents were arrested at a school on Friday.", set()),
        ("A couple of soldiers were wounded on Friday.", set()),
        ("A farmer and Omar Said were killed on Friday.", set()),
        ("Two men and Omar Said were killed on Friday.", {("killed", 2)}),
        # the dual of any noun of people, in any form of the verb, and one more of those who were told of
        ("أصيبت طفلة في سقوط رافعة يوم الجمعة.", {("wounded", 1)}),
        ("أصيب لاعبان في حادث سير يوم الجمعة.", {("wounded", 2)}),
        ("أصيب منزلان بأضرار يوم الجمعة.", set()),
        ("نفت الشرطة يوم الجمعة توقيف متسوقين في المدينة.", set()),
        ("قال الإمام يوم الجمعة إن الناس تكره من يقتل جارا أو طفلا.", set()),
        ("قتل جندي وأصيب آخران في كمين يوم الجمعة.", {("killed", 1), ("wounded", 2)}),
        ("مقتل جنديين وإصابة ثالث في كمين يوم الجمعة.", {("killed", 2), ("wounded", 1)}),
        ("Two guards were killed and a third was wounded on Friday.", {("killed", 2), ("wounded", 1)}),
        ("A third of the guards were wounded on Friday.", set()),
        # by the preposition of the verb
        ("أفرجت السلطات عن 22 بحارا يوم الجمعة.", {("released", 22)}),
        ("قبضت الشرطة على ثلاثة شبان يوم الجمعة.", {("arrested", 3)}),
        ("أطلق القراصنة سراح 12 بحارا يوم الجمعة.", {("released", 12)}),
        # lives that are taken or lost
        ("The flood claimed 45 lives on Friday.", {("killed", 45)}),
        ("أودت السيول بحياة 45 شخصا يوم الجمعة.", {("killed", 45)}),
        ("حصد الزلزال أرواح 45 شخصا يوم الجمعة.", {("killed", 45)}),
        ("The divers saved 12 lives on Friday.", set()),
        ("أنقذ الغواصون حياة 12 سائحا يوم الجمعة.", set()),
        # the verb left out, with a place of its own
        (
            "Shelling killed seven people in Ibb, three in Taiz and five in Aden on Friday.",
            {("killed", 7), ("killed", 3), ("killed", 5)},
        ),
        ("قتل 7 في بلدة سرمين و3 في تفتناز بقصف يوم الجمعة.", {("killed", 7), ("killed", 3)}),
        ("قتل 9 على الأقل من الصيادين وأربعة سياح يوم الجمعة في انفجار.", {("killed", 9), ("killed", 4)}),
        (
            "أدت الحملات يوم الجمعة إلى مقتل 14 من المهربين، ثمانية منهم في المرفأ وستة في السوق، واعتقال 63 آخرين.",
            {("killed", 14), ("arrested", 63)},
        ),
        ("ضبطت الشرطة 5 رجال في شقة و3 بنادق في سيارة يوم الجمعة.", {("arrested", 5)}),
        # the number before its verb, and the verb that it belongs to
        ("8 عمال على الأقل قتلوا أمس في انفجار.", {("killed", 8)}),
        ("إن 97 حارسا قتلوا وأصيب 365 أمس.", {("killed", 97), ("wounded", 365)}),
        ("وقال الطبيب إن رجلا استشهد وأصيب خمسة آخرون أمس.", {("killed", 1), ("wounded", 5)}),
        # a tally
        ("ارتفع عدد قتلى الانفجار أمس إلى 21.", {("killed", 21)}),
        ("The death toll rose to 17 on Friday.", {("killed", 17)}),
        ("The toll of the blast rose from 12 to 21 on Friday.", {("killed", 21)}),
        ("The number of dead rose from 12 to 21 on Friday.", {("killed", 21)}),
        ("ارتفع عدد القتلى من 12 إلى 21 يوم الجمعة.", {("killed", 21)}),
        # a part is no sum
        ("قتل 12 شخصا بينهم 3 أطفال أمس في غارة.", {("killed", 12)}),
        ("Twelve people, including three children, were killed on Friday.", {("killed", 12)}),
        ("Four people, two of them children, were killed on Friday.", {("killed", 4)}),
        ("قتل أربعة أشخاص بينهم طفلان في قصف يوم الجمعة.", {("killed", 4)}),
        ("عشرة عمال بينهم فتاتان قتلوا يوم الجمعة في حريق.", {("killed", 10)}),
        ("قتل ثلاثة بينهم طفل وأصيب خمسة آخرون يوم الجمعة.", {("killed", 3), ("wounded", 5)}),
        ("حراس الغابة الذين جرى تدريب المئات منهم للصيف، اعتقلوا ثلاثة صيادين يوم الجمعة.", {("arrested", 3)}),
        ("ثمانية بحارة، بينهم ثلاثة متدربين، قتلوا يوم الجمعة في عاصفة.", {("killed", 8)}),
        ("أصيب عشرة وتوفي ثلاثة منهم يوم الجمعة.", {("wounded", 10), ("killed", 3)}),
        ("ضجت الموانئ بحوادث منها خطف 31 بحارا يوم الجمعة.", {("abducted", 31)}),
        ("قتل ثلاثة عمال، سوري ولبنانيان، في انهيار مبنى يوم الجمعة.", {("killed", 3)}),
        ("Three workers, a Syrian and two Iraqis, were killed on Friday.", {("killed", 3)}),
        ("Five women, three girls and a boy were killed on Friday.", {("killed", 9)}),
        # who did it is not counted
        ("A soldier killed six on Friday.", {("killed", 6)}),
        ("A woman was shot dead on Friday by two men on a motorbike.", {("killed", 1)}),
        ("قتل رئيس البلدية يوم الجمعة على يد ثلاثة رجال.", set()),
        ("A bear killed six on Friday and three were flown to Oslo.", {("killed", 6)}),
        ("The enemy killed a child on Friday.", {("killed", 1)}),
        ("قتل جندي ستة مدنيين يوم الجمعة.", {("killed", 6)}),
        # an ordinal counts nobody
        ("لقيت شابة في السابعة عشرة من عمرها مصرعها يوم الجمعة في حريق.", {("killed", 1)}),
        ("جرح ثمانية عشر حطابا يوم الجمعة في حريق.", {("wounded", 18)}),
        # none of them
        ("قتل رجل جاره يوم الجمعة.", set()),
        ("قتل رجل زوجته يوم الجمعة.", set()),
        ("قتل رجل الأمن يوم الجمعة.", set()),
        ("لم يقتل أحد يوم الجمعة.", set()),
        ("The killed man's brother was questioned on Friday.", set()),
        ("No one was killed on Friday when the roof fell.", set()),
        ("The toll on 300 families was heavy on Friday.", set()),
        ("قتل الطفل أمس.", set()),
        ("The man was killed on Friday.", set()),
        ("اغتيل عماد مغنية أمس.", set()),
        ("قتل الجيش أمس سكان القرية.", set()),
        ("زار طفل المدرسة أمس.", set()),
        ("A woman visited the camp on Friday.", set()),
        ("An army killed the peace on Friday.", set()),
    ],
)
def test_a_count_is_the_noun_that_something_was_done_to(text: str, counted: set[tuple[str, int]]) -> None:
    told = events(text, "2023-05-20")
    assert {(figure.what, figure.low) for event in told for figure in event.figures} == counted
