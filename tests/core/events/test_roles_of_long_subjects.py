"""A long subject of an Arabic verb: an office, where it is, what else he is, and at last his name."""

import pytest

from tests.core.events.test_roles_by_valency import told


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a name opens behind what only says where the office is
        ("ذكر الملحق الثقافي للسفارة في مدريد بالوكالة سامر حداد أمس أن المعرض اكتمل.", {"speaker: samer.hdd"}),
        ("نبه القيادي في النقابة الزراعية بالساحل سامر حداد أمس إلى أن السد امتلأ.", {"speaker: samer.hdd"}),
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
        ("حض الملحق الأردني في تونس سامر حداد تركيا على وقف القصف أمس.", {"agent: samer.hdd", "patient: turkey"}),
        ("حث المبعوث الأممي إلى ليبيا سامر حداد إيطاليا على الحوار أمس.", {"speaker: samer.hdd", "other: italy"}),
        ("اتهم الناطق باسم الحزب سامر حداد إيران بدعم العصابة أمس.", {"speaker: samer.hdd", "other: iran"}),
        # offices in a row, past what leads to their bodies
        (
            "نفى مدير عام هيئة المتاحف والآثار الناطق الرسمي بوزارة السياحة سامر حداد أمس سرقة التمثال.",
            {"speaker: samer.hdd"},
        ),
        (
            "ودع سعادة النائب في البرلمان رئيس نادي الأمل الدكتور سامر حداد في منزله أمس المخرج كريم منصور.",
            {"agent: samer.hdd", "patient: karim.mnsr"},
        ),
        # what is joined tells on what the office is
        ("تحدث الناطق الرسمي للمعهد السوداني للرسم والنحت سامر حداد أمس عن نتائجه.", {"speaker: samer.hdd"}),
        ("قالت مديرة المشاريع الخاصة والتدريب في البلدية سلمى حداد أمس إن الجسر لم يغلق.", {"speaker: slm.hdd"}),
        ("ذكر مدير المختبر والناطق باسم هيئة الغابات والمراعي سامر حداد أمس أن الأشجار سليمة.", {"speaker: samer.hdd"}),
        (
            "أكد رئيس متحف النيل للفنون الشعبية والحديثة، الدكتور سامر حداد أمس أن القاعة ستفتح.",
            {"speaker: samer.hdd"},
        ),
        ("شكر وزير الخارجية بدولة قطر الأستاذ سامر حداد أمس رجال الإطفاء.", {"speaker: samer.hdd"}),
        # a subject before its verb, and a decision of who holds the office
        ("كان أمين عام الجامعة العربية سامر حداد قد غرس أمس شجرة.", {"agent: samer.hdd"}),
        ("بدأ أمس إضراب طبيب البلدة الدكتور سامر حداد عن الطعام.", {"agent: samer.hdd"}),
        # a comma closes it, and the object stands behind
        (
            "افتتح محافظ درعا رئيس الهيئة العليا للسياحة المهندس سامر حداد، معرض الورد أمس.",
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
        ("شهد السباق أمس عودة المدرب سامر حداد إلى الملعب.", {"agent: samer.hdd"}),
        ("شهد الحفل أمس تكريم اللاعب سامر حداد.", {"patient: samer.hdd"}),
        ("وقع رئيس الشركة أمس عقدا مع اللاعب كريم منصور.", {"agent: karim.mnsr"}),
        ("جددت تونس أمس مساعدتها لمالطا.", {"agent: tunisia", "patient: malta"}),
        # what somebody is against he does not do, nor do those of whom it tells
        ("تظاهرت نقابة المعلمين أمس ضد مباحثات بين مالطا وتونس.", {"agent: nkb.mlmn"}),
        # a relative clause about a noun behind the action, and a state to which somebody only is loyal
        ("ودع النادي أمس ضيوفه بتوزيع الأجبان التي تنتجها تونس.", set()),
        ("قصفت الطائرات أمس مستودعا لميليشيات الحوثي الموالية لإيران.", {"patient: houthis"}),
        # those in the hands of whom somebody only was
        ("مات سائق أمس، بعد سقوطه من سيارة لرجال الإطفاء عند محاولتهم إنقاذه.", set()),
    ],
)
def test_only_who_has_a_part_in_the_deed_has_a_role(text: str, roles: set[str]) -> None:
    assert {one for one in told(text) if one.startswith(("agent", "patient"))} == roles
