"""Who and what a report names that no list knows; and what looks like a name and is none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.core.words import known
from timeline_core.lexicon.language_of import language_of
from timeline_core.model.entry import ACTOR
from timeline_core.names.entries import join_entries
from timeline_core.names.finder import Names, find_names
from timeline_core.text.sentences import paragraphs


def read(text: str) -> Names:
    knowledge = known()
    parts = [(span, language_of(span.of(text), knowledge.signs)) for span in paragraphs(text)]
    kinds = {code: parser.kind_of for code, parser in knowledge.parsers.items()}
    return find_names(text, parts, knowledge.gazetteer, knowledge.naming, knowledge.phrasings, kinds, knowledge.world)


def persons(text: str) -> list[str]:
    """The words of each place where a person is named that no list knows."""
    return [hit.span.of(text) for hit in read(text).named if hit.id.startswith("person:")]


def organisations(text: str) -> list[str]:
    """The words of each organisation with a name of its own that no list knows."""
    return [hit.span.of(text) for hit in read(text).named if hit.id.startswith("body:") and hit.id.count(":") == 1]


def bodies(text: str) -> list[tuple[str, str]]:
    return [(hit.id, hit.span.of(text)) for hit in read(text).named if hit.id.partition(":")[0] in ("body", "some")]


@pytest.mark.parametrize(
    "text, found",
    [
        # by title
        ("قال العقيد إبراهيم الحوري إن الهجوم صد.", ["إبراهيم الحوري"]),
        ("التقى رئيس الوزراء الماليزي نجيب رزاق في المطار.", ["نجيب رزاق"]),
        ("اعتقل المدعو صالح العنزي أمس.", ["صالح العنزي"]),
        ("أكد الناطق باسم القوات فادي النجار الخبر.", ["فادي النجار"]),
        ("وظن القاضي محمد نورس فهمي أن الأطفال غنوا.", ["محمد نورس فهمي"]),
        ("وأضاف المحامي عبد الحليم عبد المنصف الذي يترافع عنه.", ["عبد الحليم عبد المنصف"]),
        ("شكر الرئيس الفرنسي فرنسوا هولاند الذي غنى.", ["فرنسوا هولاند"]),
        ("رسم مدير المتحف الدكتور توفيق بن سلمان البديعة.", ["توفيق بن سلمان البديعة"]),
        ("قتل القيادي في التنظيم أنس السوداني في غارة.", ["أنس السوداني"]),
        ("صافح الأمير جلوي بن عبدالعزيز بن مساعد العداء.", ["جلوي بن عبدالعزيز بن مساعد"]),
        ("أما الطباخ السابق للنادي، سامي الحوراني الذي مرض، فقد رقص.", ["سامي الحوراني"]),
        # two words that no lexicon knows, between commas behind an office
        ("وقال محافظ البصرة، شلمان قرقور، إن المدينة آمنة.", ["شلمان قرقور"]),
        ("The governor of Lake State, Mabor Tukel, said the camp was safe.", ["Mabor Tukel"]),
        ("The mayor of Springfield, New Jersey, said the camp was safe.", []),
        ("وقال محافظ البصرة، بعد زيارة، إن المدينة آمنة.", []),
        # by first name
        ("كما قدم د. سعيد الغامدي الخطة.", ["سعيد الغامدي"]),
        ("أصر أسامة علي على رأيه.", ["أسامة علي"]),
        ("أصر أسامة حسن علي رأيه.", ["أسامة حسن"]),
        ("قتل القيادي علي نجم الدين الذي فر.", ["علي نجم الدين"]),
        ("قتل المسؤول في حزب الله علي نجم الدين بغارة.", ["علي نجم الدين"]),
        ("فاز جيريمي كوربين بالزعامة، وشكر كوربين أنصاره.", ["جيريمي كوربين", "كوربين"]),
        ("قتل محمد الزهراني أمس.", ["محمد الزهراني"]),
        # what an office is followed by may be a clause
        ("أصدرت المملكة طوابع. وعد السفير بأن المملكة نشرت رسومها للأطفال.", []),
        ("حضر عبدالعليم المكرمي الحفل.", ["عبدالعليم المكرمي"]),
        ("قتل الشيخ علي محمد الجبرتي أمس.", ["علي محمد الجبرتي"]),
        ("عاد سليمان بن محمد الجريش من سفره.", ["سليمان بن محمد الجريش"]),
        # glued letters are none of the name
        ("سلم الوثيقة لمحمد الزهراني أمس.", ["محمد الزهراني"]),
        # English
        ("Gen. Idris Kabbashi had left; Kabbashi returned.", ["Idris Kabbashi", "Kabbashi"]),
        ("The mayor, Mayor Paolo Rossi of the district, agreed.", ["Paolo Rossi"]),
        ("The activist Tawakkol Karman was in the city.", ["Tawakkol Karman"]),
        ("Spokesman Lin Jian refused.", ["Lin Jian"]),
        ("The activist Hiba Ahmed Saeed told them.", ["Hiba Ahmed Saeed"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_person_is_found_by_title_first_name_and_repetition(text: str, found: list[str]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "زار الرئيس المدينة أمس.",
        "قال رئيس الوزراء خلال اللقاء إن الحكومة باقية.",
        "الرئيس استقبل وفدا من البلاد.",
        "افتتح مدير مكتب تعليم الرياض المعرض.",
        "حسن السيرة والسلوك مطلوب.",
        "وقع الحادث في شارع محمد محمود بالعاصمة.",
        "درس في جامعة عبدالله بن سعود.",
        "صدر باسم تيار جديد.",
        "أم أنك مجرد زائر.",
        "قضى على تنميق الكلام.",
        "كامل الأراضي المحتلة.",
        "أشرف على العملية ضابط.",
        "ولي العهد وصل.",
        "زار خالد أمس.",
        "شكلت لجان تصحيح الاختبار، وبدأ تصحيح الأوراق.",
        "جامعة الأمير سطام بن عبدالعزيز بالخرج.",
        "عاد الزعيم السابق، نور الشمس ساطع.",
        "المدير الفني لنادي بايرن وبايرن فاز.",
        "يرى لافي الشرادي ذلك.",
        "The president said North Korea fired.",
        "President of the Supreme Court.",
        "The Foreign Ministry called on Friday.",
        "Ahmed Street was closed.",
        "in May Rice prices rose",
    ],
)
def test_what_looks_like_a_person_is_none(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    "arabic, english",
    [
        ("قال العقيد إبراهيم الحوري إن الهجوم صد.", "Col. Ebrahim al-Houri said the attack failed."),
        ("قتل المدعو خالد شرف الدين.", "Militant Khaled Sharafeddine was killed."),
        ("حضر المتحدث عبد الرحمن هارون.", "Spokesman Abdulrahman Haroun came."),
    ],
)
def test_one_person_has_one_id_in_two_scripts(arabic: str, english: str) -> None:
    assert [hit.id for hit in read(arabic).named] == [hit.id for hit in read(english).named]


def test_a_known_person_is_found_in_a_spelling_that_no_list_has() -> None:
    assert [hit.id for hit in read("The spokesman said Ebrahim Qahtani was killed. Qahtani fled.").named] == [
        "ibrahim-al-qahtani",
        "ibrahim-al-qahtani",
    ]


def test_a_last_name_of_two_persons_stands_for_neither() -> None:
    assert persons("قتل محمد الزهراني وجرح أحمد الزهراني. ثم عاد الزهراني إلى بيته.") == [
        "محمد الزهراني",
        "أحمد الزهراني",
    ]


@pytest.mark.parametrize(
    "text, found",
    [
        ("غنت الشرطة البريطانية لما وجدت كلبا.", [("body:uk:police", "الشرطة البريطانية")]),
        ("British police said so.", [("body:uk:police", "British police")]),
        ("France's police said so.", [("body:france:police", "police")]),
        ("أعلنت قوات الدرك التركية ذلك.", [("body:turkey:gendarmerie", "قوات الدرك التركية")]),
        (
            "في وسط جمهورية مالي قتل جنود، وقالت الحكومة المالية إنها ترد.",
            [("some:soldiers", "جنود"), ("body:mali:government", "الحكومة المالية")],
        ),
        (
            "أمرت محكمة مصرية بحبسه، ثم أجلت المحكمة النظر.",
            [("body:egypt:court", "محكمة مصرية"), ("body:egypt:court", "المحكمة")],
        ),
        ("نشرت وزارة الداخلية صورته.", [("some:interior-ministry", "وزارة الداخلية")]),
        ("أعلنت وكالة مكافحة الفساد ذلك.", [("body:kl.mkf.fsd", "وكالة مكافحة الفساد")]),
        ("فازت حركة «النهضة» بالمقاعد.", [("body:hrk.nhd", "حركة «النهضة")]),
        # none of them
        ("تخطط السلطة لسياسة الحكومة المالية العامة", [("some:government", "الحكومة")]),
        ("قال وزير الخارجية الفرنسي ذلك.", [("body:france:foreign-minister", "وزير الخارجية الفرنسي")]),
        ("قال نائب وزير الخارجية الفرنسي ذلك.", []),
        ("انتشرت قوات في الشوارع.", []),
        ("أعلن القضاء على التنظيم.", []),
        ("قال رئيس الوزراء العراقي الأسبق حيدر العبادي ذلك.", []),
        ("تعطلت حركة المرور في الطريق.", []),
        ("a court in the city", [("some:court", "court")]),
        ("Gunmen and protesters clashed.", [("some:militants", "Gunmen"), ("some:protesters", "protesters")]),
        ("ثم اقتحم مسلحون المصرف.", [("some:militants", "مسلحون")]),
        ("تظاهر آلاف السودانيين في الشارع.", [("some:sudan:many", "السودانيين")]),
        ("زار الوزير السوداني القاهرة.", []),
        ("Palestinians marched on Friday.", [("some:palestine:many", "Palestinians")]),
        ("The Palestinian farmer left.", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_body_is_found_by_what_it_is(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found


def test_a_body_with_an_entry_of_its_own_is_that_entry() -> None:
    assert [hit.id for hit in read("قال المتحدث إن جيش مصر تقدم.").named] == ["egyptian-army", "egypt"]


def test_the_coalition_is_the_one_that_the_report_names() -> None:
    assert [hit.id for hit in read("شن التحالف الدولي غارة. وقال التحالف إن الهدف دمر.").named] == [
        "coalition",
        "coalition",
    ]
    assert [hit.id for hit in read("قال التحالف إن الهدف دمر.").named] == ["some:coalition-aircraft"]


def test_a_body_of_a_state_is_named_in_every_language() -> None:
    [entry] = read("قالت الشرطة البريطانية ذلك.").found
    assert (entry.name("ar"), entry.name("en"), entry.type) == ("الشرطة البريطانية", "British police", "armed force")


def test_what_several_reports_found_is_one_entry_whatever_their_order() -> None:
    told = [
        read(text).found
        for text in ("قال العقيد إبراهيم الحوري ذلك.", "Col. Ibrahim al-Houri left.", "Col. Ibrahim al-Houri came.")
    ]
    one = join_entries(entry for some in told for entry in some)
    assert one == join_entries(entry for some in reversed(told) for entry in some)
    [entry] = one
    assert entry.names == {"ar": ("إبراهيم الحوري",), "en": ("Ibrahim al-Houri",)}


def test_names_stand_in_order_and_apart() -> None:
    text = "قال العقيد إبراهيم الحوري من الجيش السوداني إن الشرطة البريطانية في كوستي قرب الخرطوم."
    spans = [hit.span for hit in read(text).named]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقصف #التحالف_العربي مواقع #ميليشيات_الحوثي.", {"arab-coalition", "houthis"}),
        ("قال الناطق الرسمي باسم الحرس الوطني ذلك. وانتشر الحرس في المدينة.", {"some:national-guard"}),
        ("قال الوزير باسم الكيلاني ذلك.", {"person:bsm.kln"}),
        ("UN teams arrived, and the US sent aid.", {"un", "usa"}),
        ("Tell us what is un and what is not.", set()),
        ("Bright News Agency published a film.", {"body:brgt.ns.gns"}),
        ("The bright news of the agency spread.", set()),
        ("The Union of Relief Workers (URW) met. Later URW left.", {"body:nn.of.rlf.rkrs"}),
        ("The Idlib Health Directorate said so.", {"body:dlb.hlt.drktrt"}),
        ("قال وزير الداخلية الإيطالي ذلك.", {"body:italy:interior-minister"}),
    ],
)
def test_a_name_is_found_by_its_form(text: str, names: set[str]) -> None:
    assert {hit.id for hit in read(text).named if hit.category == ACTOR} == names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("حكم القاضي بسجن الصحفي كريم بوزيان.", ["كريم بوزيان"]),
        ("زار الوزير سجن الهالك أمس وميناء الصيد.", []),
        ("شكر سجن البصرة الزوار.", ["البصرة"]),
        ("They fled a Shiite-majority town in Iraq.", ["Iraq"]),
        ("Bombs hit a camp at Yida, South Sudan. Yida camp was full.", ["Yida", "South Sudan", "Yida"]),
        ("He spoke in Arabic, Iraq said.", ["Iraq"]),
        # a name is that of a place where the one that it lies in stands behind it, or in quotation marks
        ("زرعت أشجار في مديرية الفازة بمحافظة الحديدة.", ["الفازة", "الحديدة"]),
        ("قصفت منطقة «آل الصيفي» أمس.", ["آل الصيفي"]),
        # the adjective of a state behind a definite noun, whatever is glued to that
        ("أعجب الضيوف بالحلوى وبالضيافة السعودية.", []),
        # what is private is no force of a state
        ("هبطت طائرة سعودية خاصة قرب لندن.", ["لندن"]),
        ("هبطت طائرة سعودية قرب لندن.", ["طائرة سعودية", "لندن"]),
        ("A private Saudi aircraft landed near London.", ["London"]),
        # in a row of places a word between them keeps nobody out
        ("افتتحت فروع في الدمام والواحة وحائل.", ["الدمام", "حائل"]),
        ("زينت فروع الدمام قبل رحلة وحائل.", ["الدمام"]),
        # or where the world has one of that name in a state that the text speaks of
        ("زرعت أشجار في مديرية السياني. وشكر اليمن الزوار.", ["السياني", "اليمن"]),
        ("زرعت أشجار في مديرية السياني. وشكرت كندا الزوار.", ["كندا"]),
        ("قال مدير مديرية الأمن في عدن ذلك.", ["عدن"]),
        ("اندلع حريق في منطقة سكنية في حلب.", ["حلب"]),
        # a capital shows a name that the text introduces wherever it stands, but for a longer one
        ("Bombs hit the town of Harlan. Harlan was quiet later.", ["Harlan", "Harlan"]),
        ("Bombs hit the town of Harlan. John Harlan fled.", ["Harlan", "John Harlan"]),
        ("Men fled to Borsa state. Syrian state media said so.", ["Borsa"]),
        # a state behind an article, and joined to another
        ("The comet was seen in the United Arab Emirates.", ["United Arab Emirates"]),
        ("قال الوزير إن الفرنسية ميلينا دوران مسجونة. وقالت دوران ذلك.", ["ميلينا دوران", "دوران"]),
        ("قصفت القوات الفرنسية مواقع تنظيم. وهرب تنظيم.", ["القوات الفرنسية"]),
        ("اعتقل الممثل زياد الصباغ أمس. وأفرج عن الممثل أمس.", ["زياد الصباغ", "الممثل"]),
        ("اعتقل الممثل زياد الصباغ والممثل كريم بوزيان. وأفرج عن الممثل.", ["زياد الصباغ", "كريم بوزيان"]),
        ("President Omar Haddad came. The president left. A president spoke.", ["Omar Haddad", "president"]),
    ],
)
def test_what_is_named_is_found_and_nothing_else(text: str, named: list[str]) -> None:
    assert [hit.span.of(text) for hit in read(text).named] == named


@pytest.mark.parametrize(
    "text, found",
    [
        # two words that no lexicon knows, behind a definite title, an office, a people, or a verb of saying
        ("حضر القاضي بيتر شلمانوس الجلسة.", ["بيتر شلمانوس"]),
        ("وصل الراهب والراهب فلنتاوس المقدسي.", ["فلنتاوس المقدسي"]),
        ("قال هينريك مالمان إن الوفد وصل.", ["هينريك مالمان"]),
        ("أدينت السودانية شورا حسين.\nوكانت شورا في السجن.", ["شورا حسين", "شورا"]),
        # no name: a verb, a noun of action, what a lexicon knows
        ("قال المتهم قتل زوجته وفر.", []),
        ("وطلب الوزير قرار حكومة جديدة.", []),
        ("أعلن انقلاب عسكري في البلاد.", []),
        ("دعا ملك البلاد إلى الهدوء.", []),
        # a last name with its article, and one of three letters that stands with the first name again
        ("قتل فؤاد السنهورة أمس.", ["فؤاد السنهورة"]),
        ("حضر أيوب قرا. وأيوب قرا من الحزب.", ["أيوب قرا", "أيوب قرا"]),
        # a hashtag, a name by which somebody is called, and one with its title
        ("أوقف الممثل #زياد_الصباغ أمس.", ["زياد_الصباغ"]),
        ("قتل قيادي يدعى أبو سعد أمس.", ["أبو سعد"]),
        ("وقال القائد المعروف باسم أبو ياسر الجعبري ذلك.", ["أبو ياسر الجعبري"]),
        ("قتل الأنبا إبيفانيوس في الدير.", ["الأنبا إبيفانيوس"]),
        # first names behind the whole name alone, and only where one bears it
        ("عاد وائل الصباغ. وقال وائل ذلك.", ["وائل الصباغ", "وائل"]),
        ("عاد وائل الصباغ ووائل الحداد. وقال وائل ذلك.", ["وائل الصباغ", "وائل الحداد"]),
        # the word for now is no first name
        ("تستعد الآن لاحتضان البطولة.", []),
    ],
)
def test_a_person_of_no_list_is_known_by_what_no_lexicon_knows(text: str, found: list[str]) -> None:
    assert persons(text) == found


def test_a_body_is_that_of_the_place_beside_it() -> None:
    assert bodies("حكمت محاكم بغداد على رجل. وقالت شرطة البصرة ذلك.") == [
        ("body:baghdad:court", "محاكم"),
        ("body:basra:police", "شرطة"),
    ]
    assert bodies("Baghdad police said so.") == [("body:baghdad:police", "police")]
    # what only happened there
    assert bodies("وصلت شرطة إلى بغداد.") == []


def test_the_first_words_of_a_name_and_its_definite_noun_are_whom_it_named() -> None:
    text = "قالت منظمة العفو الدولية ذلك. وقالت منظمة العفو في بيان. وطالبت المنظمة بالمزيد."
    assert [hit.id for hit in read(text).named] == ["amnesty"] * 3


@pytest.mark.parametrize(
    "text, found",
    [
        ("حضر رئيس الوزراء، حيدر العبادي. وحاول رئيس الوزراء الدفاع.", ["حيدر العبادي", "رئيس الوزراء"]),
        ("عاد وزير الخارجية خالد الصباغ. وقال الوزير ذلك.", ["خالد الصباغ", "الوزير"]),
        # two who hold one
        ("عاد وزير الخارجية خالد الصباغ ووزير الدفاع فهد الحداد. وقال الوزير ذلك.", ["خالد الصباغ", "فهد الحداد"]),
        # another office has the noun by itself
        ("عاد رئيس اللجنة خالد الصباغ. وقال الرئيس ذلك.", ["خالد الصباغ"]),
    ],
)
def test_an_office_by_itself_is_its_holder(text: str, found: list[str]) -> None:
    told = read(text)
    persons = {entry.id for entry in told.found if entry.type == "person"} | {"haider-al-abadi"}
    assert [hit.span.of(text) for hit in told.named if hit.id in persons] == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("قتل ثلاثة في غارة إسرائيلية.", [("إسرائيلية", "israel")]),
        ("قتل ثلاثة في قصف جوي روسي.", [("روسي", "russia")]),
        ("A Turkish attack killed three.", [("Turkish", "turkey")]),
        ("A Russian air strike killed three.", [("Russian", "russia")]),
        # those to whom it was done, and what is no deed of one side
        ("قتل جندي روسي في هجوم.", []),
        ("بدأت انتخابات عراقية.", []),
        ("A Russian soldier was killed in an attack.", []),
    ],
)
def test_the_adjective_of_a_state_beside_an_attack_names_the_state(text: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.span.of(text), hit.id) for hit in read(text).named if hit.category == ACTOR] == found


def test_a_name_glued_to_the_last_word_has_no_title_behind_the_end() -> None:
    text = "قال الرئيس علي عبد الله صالح إنه لن يغادر.\nاستهدفت الطائرات تجمعات الحوثي وصالح"
    assert "صالح" in [hit.span.of(text) for hit in read(text).named]
