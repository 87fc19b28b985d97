"""What each actor is to a happening: by the slot of the predicate in which it stands, and in no other role."""

import pytest

from tests.core.words import events
from timeline_core.model.actor_role import ActorRole, in_roles, joined_roles, roles_among, taking_part

DAY = "2023-05-20"


def told(text: str) -> set[str]:
    """Role and actor of all that the report tells, without what actors of no list are called in ids."""
    return {f"{role}: {id.split(':')[-1]}" for event in events(text, DAY) for role, id in event.roles}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("اغتال الجيش الإسرائيلي عماد مغنية أمس.", {"agent: israeli-forces", "patient: imad-mughniyeh"}),
        ("اغتيل عماد مغنية من قبل الموساد أمس.", {"patient: imad-mughniyeh", "agent: mossad"}),
        ("قتل القيادي عماد مغنية على يد الموساد أمس.", {"patient: imad-mughniyeh", "agent: mossad"}),
        ("قتل عماد مغنية على يد الموساد أمس.", {"patient: imad-mughniyeh", "agent: mossad"}),
        ("أدى القصف أمس إلى مقتل عماد مغنية.", {"patient: imad-mughniyeh"}),
        ("شن الجيش الإسرائيلي غارات على حزب الله أمس.", {"agent: israeli-forces", "patient: hezbollah"}),
        ("اندلعت اشتباكات بين حزب الله والجيش الإسرائيلي أمس.", {"agent: hezbollah", "agent: israeli-forces"}),
        ("اعتقلت الشرطة الناشط كريم بوزيان أمس.", {"agent: police", "patient: karim.bzn"}),
        (
            "قتل عماد مغنية أمس في غارة نفذها الجيش الإسرائيلي، وفق المرصد السوري لحقوق الإنسان.",
            {"patient: imad-mughniyeh", "agent: israeli-forces", "source: sohr"},
        ),
        ("Israeli troops killed Imad Mughniyeh on Friday.", {"agent: israeli-forces", "patient: imad-mughniyeh"}),
        (
            "Imad Mughniyeh was killed by Israeli troops on Friday.",
            {"agent: israeli-forces", "patient: imad-mughniyeh"},
        ),
        (
            "The killing of Imad Mughniyeh by the Mossad took place on Friday.",
            {"patient: imad-mughniyeh", "agent: mossad"},
        ),
        (
            "Hezbollah carried out an attack on the Israeli army on Friday.",
            {"agent: hezbollah", "patient: israeli-forces"},
        ),
        (
            "Israeli troops shelled Hezbollah on Friday, according to the Syrian Observatory for Human Rights.",
            {"agent: israeli-forces", "patient: hezbollah", "source: sohr"},
        ),
    ],
)
def test_an_actor_has_the_role_of_its_slot(text: str, roles: set[str]) -> None:
    assert told(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "لقي مصرعه في الفرن أمس.",
        "قالت الشرطة إن الخباز غادر الفرن ولقي مصرعه أمس.",
        "لقي حتفه أمس، ونقل الجيران أخاه إلى المستوصف.",
    ],
)
def test_a_death_that_names_nobody_is_told_without_a_victim(text: str) -> None:
    assert events(text, DAY)
    assert not [role for role in told(text) if role.startswith("patient")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hezbollah has arrested three men.", {"agent: hezbollah"}),
        ("Hezbollah had suddenly attacked the Houthis.", {"agent: hezbollah", "patient: houthis"}),
        ("Hezbollah has been attacked by the Houthis.", {"patient: hezbollah", "agent: houthis"}),
        ("Hezbollah was attacked by the Houthis.", {"patient: hezbollah", "agent: houthis"}),
        ("Hezbollah has condemned the Houthis.", {"speaker: hezbollah", "other: houthis"}),
        ("أدين حزب الله بقتل جنديين.", {"patient: hezbollah"}),
        ("أدان حزب الله قتل جنديين.", {"speaker: hezbollah"}),
    ],
)
def test_who_has_done_it_did_it_and_who_was_judged_said_nothing(text: str, roles: set[str]) -> None:
    assert told(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # who holds an office speaks, and not the body of the office; where nobody is named, the body does
        ("قال النائب عن حزب الليكود سامر حداد أمس إن القانون جائر.", {"speaker: samer.hdd"}),
        ("قال نائب في حزب الليكود أمس إن القانون جائر.", {"speaker: likud"}),
        ("زار قائد الجيش اللبناني سامر حداد المخيم أمس.", {"agent: samer.hdd"}),
        ("زار قائد الجيش اللبناني المخيم أمس.", {"agent: lebanese-army"}),
        ("قال سامر حداد، عضو حزب الليكود، أمس إن القانون جائر.", {"speaker: samer.hdd"}),
        ("قال سامر حداد من حزب الليكود أمس إن القانون جائر.", {"speaker: samer.hdd"}),
        ("The leader of Hezbollah, Samer Haddad, said on Friday that prices rose.", {"speaker: samer.hdd"}),
        ("The leader of Hezbollah said on Friday that prices rose.", {"speaker: hezbollah"}),
        # words that are written are said
        ("Hezbollah wrote on Friday that prices rose.", {"speaker: hezbollah"}),
        ("كتب حزب الله أمس أن الأسعار ارتفعت.", {"speaker: hezbollah"}),
        ("كتب سامر حداد قصيدة أمس.", {"agent: samer.hdd"}),
        # a group and the adjective that says which are one
        ("قتل المتمردون الحوثيون أمس ثلاثة رعاة.", {"agent: houthis"}),
        ("هاجم المتمردون الحوثيين أمس.", {"agent: rebels", "patient: houthis"}),
        # a capital that speaks or strikes is its government; one that is hit, or sees something, is a city
        ("قالت موسكو أمس إنها سترد على الهجوم.", {"speaker: russia"}),
        ("شهدت موسكو أمس مظاهرات.", set()),
        ("قصفت دمشق أمس.", set()),
        ("Damascus launched raids on Idlib on Friday.", {"agent: syria"}),
        ("Moscow was attacked on Friday.", set()),
        # who announces a death killed nobody; who announces an arrest made it
        ("أعلن الجيش اللبناني مقتل جنديين أمس.", {"source: lebanese-army"}),
        ("أعلن الجيش اللبناني اعتقال رجلين أمس.", {"agent: lebanese-army"}),
        ("The Lebanese army announced the arrest of two men on Friday.", {"agent: lebanese-army"}),
        ("أعلنت وزارة الصحة اللبنانية وصول اللقاح أمس.", {"source: lebanese-health-ministry"}),
    ],
)
def test_who_only_belongs_to_it_or_tells_of_it_did_not_do_it(text: str, roles: set[str]) -> None:
    assert told(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # whose forces they are: those of who says so
        ("أعلن الجيش اللبناني أن قواته قصفت البلدة أمس.", {"agent: lebanese-army"}),
        ("The Lebanese army said its forces shelled a town on Friday.", {"agent: lebanese-army"}),
        ("The Lebanese army said its depot exploded on Friday.", set()),
        # to whom a noun of action is done whose pronoun says so
        ("فر سامر حداد. وأمرت المحكمة بحبسه أمس.", {"agent: samer.hdd", "agent: court", "patient: samer.hdd"}),
        ("فر سامر حداد. وأمرت المحكمة بإخلاء بيته أمس.", {"agent: samer.hdd", "agent: court"}),
        (
            "Samer Haddad fled. The court ordered his arrest on Friday.",
            {"agent: samer.hdd", "agent: court", "patient: samer.hdd"},
        ),
        ("شهدت الموصل هدم القنصلية الإيطالية أمس.", {"patient: consulate"}),
        # whose a thing is that was hit, past what stands in quotation marks
        ('قصفت الطائرات أمس قاعدة صواريخ "كاتيوشا" تابعة لحزب الله.', {"patient: hezbollah"}),
        # a state between commas only says where a place is
        ("Two jugglers in Sharjah, United Arab Emirates, danced on Friday.", set()),
        ("The United Arab Emirates signed a deal on Friday.", {"agent: uae"}),
        # who is put first, and who spoke last
        ("أما حزب الله الذي غادر البلدة، فأعلن أمس أن الأسعار ارتفعت.", {"speaker: hezbollah"}),
        ("قال حزب الله إن الجسر آمن. وأكد المصدر نفسه أمس أن هذا الجسر قديم.", {"speaker: hezbollah"}),
        (
            "قال حزب الله إن الجسر آمن. وأكد مصدر في الجيش اللبناني أمس أن الجسر قديم.",
            {"speaker: hezbollah", "speaker: lebanese-army"},
        ),
    ],
)
def test_a_possessive_says_whose_forces_or_to_whom(text: str, roles: set[str]) -> None:
    assert told(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # the adjective of an action behind another one, and a name that is none
        ("قتل ثلاثة رعاة في ضربة جوية إسرائيلية أمس.", {"agent: israel"}),
        ("نفذت عملية ناجحة حماس أمس.", set()),
        # a lone title behind a preposition
        ("ألقت الشرطة القبض على القيادي سامر حداد أمس.", {"agent: police", "patient: samer.hdd"}),
        # kin of somebody, who may be the one that is named, or not
        ("قتل والد الطفل سامر حداد أمس.", set()),
        ("Three guards lost their lives on Friday.", set()),
        # a form of address, and whom it is about
        ("افتتح صاحب السمو الملكي الأمير محمد بن سلمان سباقا أمس.", {"agent: mohammed-bin-salman"}),
        ("التقى الرئيس الفرنسي الأمير محمد بن سلمان أمس.", {"patient: mohammed-bin-salman"}),
        ("أغلق المدير العام الأستاذ سامر حداد ورشة أمس.", {"agent: samer.hdd"}),
        ("زار وزير التعليم الدكتور سامر حداد المخيم أمس.", {"agent: samer.hdd"}),
        ("اغتال الموساد الدكتور سامر حداد أمس.", {"agent: mossad", "patient: samer.hdd"}),
        # what people do or attend stands before them
        ("حضر الاجتماع الوزير سامر حداد أمس.", {"agent: samer.hdd"}),
        ("قتل الانفجار الوزير سامر حداد أمس.", {"patient: samer.hdd"}),
        # a joint that is glued to a name
        ("قامت فرنسا وبريطانيا بقصف طويل أمس.", {"agent: france", "agent: uk"}),
        # what lies between two is no deed of theirs
        ("أطفأ الجيش اللبناني الحرائق على الحدود بين غزة وإسرائيل أمس.", {"agent: lebanese-army"}),
        (
            "Clashes broke out between Hezbollah and the Lebanese army on Friday.",
            {"agent: hezbollah", "agent: lebanese-army"},
        ),
        # a statement that only stands in one sentence with it is no source
        (
            "زرعت قوات الحشد الشعبي الأشجار أمس، في وقت أعلنت وزارة الصحة أن الماء نظيف.",
            {"agent: pmf", "speaker: health-ministry"},
        ),
        # whose wife it was is no pronoun of the deed
        ("فر سامر حداد. ووقع مقتل زوجته أمس.", {"agent: samer.hdd"}),
        ("هاجمت جبهة النصرة مقرا أمس.", {"agent: hts"}),
        ("اجتاز الجنود الحدود لمحاربة داعش أمس.", {"agent: soldiers", "patient: isis"}),
        # a club is no government
        ("أعلن باريس سان جرمان أمس رحيل المدرب.", {"speaker: paris-saint-germain"}),
        ("كشف مصدر دبلوماسي أمس أن الجسر آمن. وقال حزب الله إن الأسعار مرتفعة.", {"speaker: hezbollah"}),
    ],
)
def test_who_stands_where_an_object_could_stand_is_not_always_one(text: str, roles: set[str]) -> None:
    assert told(text) == roles


def test_a_source_has_no_part_in_the_happening() -> None:
    [event] = events("قتل عماد مغنية أمس، وفق المرصد السوري لحقوق الإنسان.", DAY)
    assert event.actors == ("imad-mughniyeh",)
    assert "sohr" in event.named


def test_who_has_a_better_role_is_no_other() -> None:
    agent, other, source = ActorRole.AGENT, ActorRole.OTHER, ActorRole.SOURCE
    roles = joined_roles(((other, "a"), (agent, "a"), (agent, "a"), (source, "b"), (other, "c")))
    assert roles == ((agent, "a"), (source, "b"), (other, "c"))
    assert taking_part(roles) == ("a", "c")
    assert in_roles(roles, source, other) == ("b", "c")


def test_actors_put_there_by_hand_keep_the_roles_that_they_had() -> None:
    agent, other, source = ActorRole.AGENT, ActorRole.OTHER, ActorRole.SOURCE
    roles = ((agent, "a"), (ActorRole.PATIENT, "b"), (source, "s"))
    assert roles_among(roles, ("a", "c")) == ((agent, "a"), (source, "s"), (other, "c"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصف الجيش الإسرائيلي أمس مدينة صيدا.", {"sidon"}),
        # where what is said happened is not where it is said
        ("وأعلن الجيش الإسرائيلي أمس أن جنديا أصيب في صيدا.", set()),
        # a state that does something is no place of it
        ("Israel bombed Sidon on Friday.", {"sidon"}),
        # who somebody is, is no place of what he did
        ("The army shelled Sidon on Friday, according to a man who had left Aleppo.", {"sidon"}),
    ],
)
def test_the_scene_is_where_its_predicate_has_it(text: str, places: set[str]) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf == "2023-05-19"]
    assert {id for event in dated for id in event.places} == places


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("دخلت الناشطة فاطمة الصباغ السجن. وحكمت المحكمة عليها بالإعدام أمس.", {"agent: court", "patient: ftm.sbg"}),
        ("كتب سمير داود المقال. واعتقلته الشرطة أمس.", {"agent: police", "patient: samir.dd"}),
        ("Samir Rajab wrote it. Police arrested him on Friday.", {"patient: samir.rgb"}),
        # two whom it may stand for, and none
        ("كتب سمير داود المقال. ونشره الناشط كريم بوزيان. واعتقلته الشرطة أمس.", {"agent: police"}),
        ("نشر المقال. واعتقلته الشرطة أمس.", {"agent: police"}),
        # an outlet to which it was told
        ("قال سمير داود لوكالة رويترز أمس إن الجيش الإسرائيلي انسحب.", {"speaker: samir.dd", "source: reuters"}),
    ],
)
def test_a_pronoun_is_the_only_one_whom_it_can_stand_for(text: str, roles: set[str]) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf == "2023-05-19"]
    assert {f"{role}: {id.split(':')[-1]}" for event in dated for role, id in event.roles} >= roles
    wanted = {one for one in roles if one.startswith("patient")}
    assert {
        f"patient: {id.split(':')[-1]}" for event in dated for id in in_roles(event.roles, ActorRole.PATIENT)
    } == wanted


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ('نفذت خلايا "حزب الله" أمس هجوما على سجن البلدة.', {"agent: hezbollah"}),
        (
            "قال الموساد إن عماد مغنية كان ضالعا في التهريب، مضيفا أنه قتل أمس في غارة شنها الجيش الإسرائيلي.",
            {"patient: imad-mughniyeh", "agent: israeli-forces"},
        ),
        ("أدى شجار أمس إلى مقتل طباخ في تنظيم داعش.", {"other: isis"}),
        (
            "Imad Mughniyeh, a man linked to Hezbollah attacks, was killed in a raid on Friday.",
            {"patient: imad-mughniyeh"},
        ),
    ],
)
def test_nobody_did_what_he_is_only_called_by(text: str, roles: set[str]) -> None:
    """A name in quotation marks is its noun's; "he was killed" tells whom; what says who somebody is tells no deed."""
    doers = {role for role in told(text) if role.startswith(("agent", "patient"))}
    assert doers <= roles


def test_a_name_in_quotation_marks_is_what_its_noun_is_called_and_no_object() -> None:
    assert told('نفذت خلايا "حزب الله" أمس هجوما على سجن البلدة.') == {"agent: hezbollah"}


def test_who_gives_an_account_of_a_happening_did_not_do_it() -> None:
    text = "Israeli troops raided a Hezbollah camp on Friday.\nThe Mossad gave an account of the raid."
    assert "agent: mossad" not in told(text)
    assert "agent: israeli-forces" in told(text)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # the noun that a relative clause is about
        ("Hezbollah, which shelled Haifa on Friday, withdrew.", {"agent: hezbollah"}),
        (
            "The army freed Imad Mughniyeh, who was arrested by the Mossad on Friday.",
            {"patient: imad-mughniyeh", "agent: mossad"},
        ),
        ("انسحب حزب الله الذي قصفه الجيش الإسرائيلي أمس.", {"patient: hezbollah", "agent: israeli-forces"}),
        # whose a thing is that is hit
        ("قصف الجيش الإسرائيلي أمس مواقع تابعة لحزب الله.", {"agent: israeli-forces", "patient: hezbollah"}),
        ("قصف الجيش الإسرائيلي أمس مراكز القيادة التابعة لحزب الله.", {"agent: israeli-forces", "patient: hezbollah"}),
        ("On Friday, Israeli jets hit a camp belonging to Hezbollah.", {"agent: israeli-forces", "patient: hezbollah"}),
        # whom something is done upon
        ("حكمت المحكمة أمس على عماد مغنية بالإعدام.", {"agent: court", "patient: imad-mughniyeh"}),
        ("أمرت النيابة أمس بحبس عماد مغنية.", {"agent: prosecutors", "patient: imad-mughniyeh"}),
        ("أطلقت قوات الأمن الرصاص على المتظاهرين أمس.", {"agent: security-forces", "patient: protesters"}),
        ("The gunmen fired rockets at Hezbollah on Friday.", {"agent: militants", "patient: hezbollah"}),
        ("تعرض حزب الله أمس لهجوم.", {"patient: hezbollah"}),
        # to whom somebody is loyal, and with what he is tied, has no part in it
        ("جرح راع أمس برصاص عصائب أهل الحق الموالية لإيران.", {"agent: asaib-ahl-al-haq"}),
        ("Houthi militias loyal to Hezbollah shelled Marib on Friday.", {"agent: houthis"}),
        (
            "أوقفت السلطات أمس عماد مغنية للاشتباه في صلته بحزب الله.",
            {"agent: authorities", "patient: imad-mughniyeh"},
        ),
    ],
)
def test_an_actor_is_no_more_than_its_slot_says(text: str, roles: set[str]) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf == "2023-05-19"]
    assert {f"{role}: {id.split(':')[-1]}" for event in dated for role, id in event.roles} == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("ألقي القبض على فاطمة الصباغ، وخرجت من السفينة أمس.", {"agent: ftm.sbg"}),
        ("ألقي القبض على فاطمة الصباغ هناك، ثم حكمت المحكمة أمس عليها.", {"agent: court", "patient: ftm.sbg"}),
        (
            "Salva Kiir arrived in Juba. He met Omar al-Bashir on Friday.",
            {"agent: salva-kiir", "patient: omar-al-bashir"},
        ),
        # two who may be meant
        ("شكرت فاطمة الصباغ المعلم زياد الحداد هناك، ثم حكمت المحكمة أمس عليها.", {"agent: court"}),
    ],
)
def test_a_verb_without_a_subject_is_about_whom_the_words_before_are(text: str, roles: set[str]) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf == "2023-05-19"]
    assert {f"{role}: {id.split(':')[-1]}" for event in dated for role, id in event.roles} == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("قتل ثلاثة أمس في قصف روسي.", {"agent: russia"}),
        ("A Russian air strike hit Idlib on Friday.", {"agent: russia"}),
        ("جرى أمس استهداف الشرطة.", {"patient: police"}),
        # who speaks for an office, past what leads to its body; whom somebody calls upon is another
        ("صرح أمين لجنة الرحلات بالأهلي عبدالله الحداد أمس بذلك.", {"speaker: bd+allah.hdd"}),
        ("دعا دبلوماسيون من كندا الصين أمس إلى المهرجان.", {"other: china"}),
        # in what somebody sits has no part in it
        ("قدم النائب فهد الحداد أمس التماسا بشأن خلاف في حزب الله.", {"agent: fhd.hdd"}),
    ],
)
def test_who_did_it_is_told_by_an_adjective_and_whom_it_was_done_to_by_a_noun(text: str, roles: set[str]) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and event.when.edtf == "2023-05-19"]
    assert {f"{role}: {id.split(':')[-1]}" for event in dated for role, id in event.roles} == roles
