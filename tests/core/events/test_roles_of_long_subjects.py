"""A long subject of an Arabic verb: an office, where it is, what else he is, and at last his name."""

import pytest

from tests.core.events.test_roles_by_valency import told


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a name opens behind what only says where the office is
        ("أوضح المدير العام للزراعة بمنطقة الشمال بالإنابة سامر حداد أمس أن الموسم بدأ.", {"speaker: samer.hdd"}),
        ("أشار القيادي في الحراك الشعبي بالساحل سامر حداد أمس إلى أن الحشود وصلت.", {"speaker: samer.hdd"}),
        ("قال رئيس المجلس المحلي في بلدة كفرنبل سامر حداد أمس إن الطيران قصف السوق.", {"speaker: samer.hdd"}),
        ("استقال وزير الطاقة في الحكومة المؤقتة سامر حداد أمس من منصبه.", {"agent: samer.hdd"}),
        ("ألقى السفير الكويتي بالرباط سامر حداد كلمة في الحفل أمس.", {"agent: samer.hdd"}),
        ("ترأس وكيل الوزارة للشؤون الإدارية سامر حداد أمس الاجتماع الأول.", {"agent: samer.hdd"}),
        ("سلم القنصل العام بمدينة جدة سامر حداد الجوائز إلى الفائزين أمس.", {"agent: samer.hdd"}),
        ("أعلن المتحدث باسم الشرطة في بيروت سامر حداد أمس توقيف عصابة.", {"speaker: samer.hdd"}),
        ("انتقد زعيم المعارضة في البرلمان سامر حداد سياسة الحكومة أمس.", {"speaker: samer.hdd"}),
        ("قتل القيادي في حركة أحرار الشام سامر حداد أمس بانفجار عبوة في إدلب.", {"patient: samer.hdd"}),
        ("اغتال مجهولون أمس العضو السابق في مجلس البلدة سامر حداد.", {"patient: samer.hdd"}),
        ("توفي أمس في باريس الكاتب السوري سامر حداد.", {"patient: samer.hdd"}),
        # nothing belongs to a name behind that of a person
        ("دعا السفير الأردني في تونس سامر حداد تركيا إلى وقف القصف أمس.", {"speaker: samer.hdd", "other: turkey"}),
        ("حث المبعوث الأممي إلى ليبيا سامر حداد إيطاليا على الحوار أمس.", {"speaker: samer.hdd", "other: italy"}),
        ("اتهم الناطق باسم الحزب سامر حداد إيران بدعم العصابة أمس.", {"speaker: samer.hdd", "other: iran"}),
        # offices in a row, past what leads to their bodies
        (
            "أوضح مدير عام إدارة المياه والبيئة المتحدث الإعلامي بأمانة الساحل سامر حداد أمس أن السد امتلأ.",
            {"speaker: samer.hdd"},
        ),
        (
            "استقبل معالي المستشار في الديوان المشرف على مركز الأمل الدكتور سامر حداد في مكتبه أمس المنسق كريم منصور.",
            {"agent: samer.hdd", "patient: karim.mnsr"},
        ),
        # what is joined tells on what the office is
        ("كشف المتحدث الرسمي للبنك السوداني للتسليف والادخار سامر حداد أمس عن نتائجه.", {"speaker: samer.hdd"}),
        ("قال مدير العلاقات العامة والنشر في الوزارة سامر حداد أمس إن الصحيفة لم تمنع.", {"speaker: samer.hdd"}),
        ("ذكر مدير العلاقات والناطق باسم هيئة الري والصرف سامر حداد أمس أن التربة خصبة.", {"speaker: samer.hdd"}),
        (
            "أكد مدير مركز النيل للدراسات الاقتصادية والبيئية، الدكتور سامر حداد أمس أن القناة ستفتح.",
            {"speaker: samer.hdd"},
        ),
        ("أدان وزير الخارجية بدولة قطر الشيخ سامر حداد أمس بأشد العبارات تفجير السوق.", {"speaker: samer.hdd"}),
        # a subject before its verb, and a decision of who holds the office
        ("كان أمين عام الجامعة العربية سامر حداد قد افتتح أمس المعرض.", {"agent: samer.hdd"}),
        ("صدر أمس قرار وزير الزراعة الدكتور سامر حداد المتضمن تمديد الموسم.", {"agent: samer.hdd"}),
        # a comma closes it, and the object stands behind
        (
            "ترأس محافظ درعا رئيس اللجنة العليا للخدمات المهندس سامر حداد، الاجتماع الثالث للجنة أمس.",
            {"agent: samer.hdd"},
        ),
        ("دشن أمين المنطقة رئيس لجنة الحدائق البلدية المهندس سامر حداد، حملة التشجير أمس.", {"agent: samer.hdd"}),
        # the object is a person of his own
        ("استقبل الرئيس في القاهرة أمس كريم منصور.", {"patient: karim.mnsr"}),
        ("اعتقلت الشرطة في بيروت كريم منصور أمس.", {"agent: police", "patient: karim.mnsr"}),
        ("التقى في بغداد أمس الرئيس سامر حداد الوزير كريم منصور.", {"agent: samer.hdd", "patient: karim.mnsr"}),
        # a place that somebody goes to or leaves stands before him; one that acts stays who does it
        ("غادر فرنسا أمس اللاعب سامر حداد متوجها إلى الدوحة.", {"agent: samer.hdd"}),
        ("زار تونس أمس وزير الخارجية سامر حداد.", {"agent: samer.hdd"}),
        ("وصل بيروت أمس المبعوث سامر حداد.", {"agent: samer.hdd"}),
        ("طرد العراق السفير السويدي أمس.", {"agent: iraq"}),
    ],
)
def test_whoever_is_named_at_its_end_does_it(text: str, roles: set[str]) -> None:
    assert told(text) >= roles
    assert not {one for one in told(text) - roles if one.startswith(("agent", "speaker"))}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # what an action with a place is done to, and who takes part in one
        ("الغزو الألماني لبولندا بدأ أمس.", {"patient: poland"}),
        ("شهدت المباراة أمس مشاركة اللاعب سامر حداد بعد تعافيه من الإصابة.", {"agent: samer.hdd"}),
        ("شهد الحفل أمس تكريم اللاعب سامر حداد.", {"patient: samer.hdd"}),
        ("وقع رئيس الشركة أمس عقدا مع اللاعب كريم منصور.", {"agent: karim.mnsr"}),
        ("قدمت تونس أمس دعمها لألبانيا.", {"agent: tunisia", "patient: albania"}),
        # what somebody is against he does not do, nor do those of whom it tells
        ("احتج الاتحاد الأفريقي أمس على محادثات بين إيطاليا وليبيا.", {"agent: african-union"}),
        # a relative clause about a noun behind the action, and a state to which somebody only is loyal
        ("كرم الوفد أمس المشاركين بتقديم التمور التي تشتهر بها تونس.", set()),
        ("قصفت الطائرات أمس مستودعا لميليشيات الحوثي الموالية لإيران.", {"patient: houthis"}),
        # those in the hands of whom somebody only was
        ("لقي عامل حتفه أمس، بعد إصابته برصاصة من رجال الشرطة عند محاولتهم إيقافه.", set()),
    ],
)
def test_only_who_has_a_part_in_the_deed_has_a_role(text: str, roles: set[str]) -> None:
    assert {one for one in told(text) if one.startswith(("agent", "patient"))} == roles
