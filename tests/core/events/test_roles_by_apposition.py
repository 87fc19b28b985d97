"""An office and the name of who holds it are one argument; who only attends has done nothing."""

import pytest

from tests.core.events.test_roles_by_valency import DAY, told
from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a title of courtesy behind an office
        ("زرع وكيل محافظة صعدة الأستاذ كريم منصور، شجرة في الحديقة أمس.", {"agent: karim.mnsr"}),
        ("دشن مدير المتحف الدكتور سامر حداد، معرض الخزف أمس.", {"agent: samer.hdd"}),
        ("أوضح مدير عام الملتقى المهندس كريم منصور، بأن القاعة تتسع للزوار.", {"speaker: karim.mnsr"}),
        # offices in a row, and an object behind them
        ("غرس ولي العهد نائب رئيس الوزراء وزير النقل الأمير كريم منصور شجرة الأرز أمس.", {"agent: karim.mnsr"}),
        ("ألغى رئيس البعثة مدير النادي الشيخ كريم منصور الرحلة أمس.", {"agent: karim.mnsr"}),
        # a name behind a definite noun of no body
        ("عبر العداء الجزائري الشهير كريم منصور الصحراء أمس.", {"agent: karim.mnsr"}),
        # past what leads to the office
        ("نبه مساعد المدير لشؤون الغابات بدولة الكويت سامر حداد إلى خطر الحرائق أمس.", {"speaker: samer.hdd"}),
        # without an object of its own, the verb has the person for it
        ("استقبل رئيس الحكومة السفير البريطاني كريم منصور أمس.", {"patient: karim.mnsr"}),
        ("منح الملك الطبيب كريم منصور وساما أمس.", {"patient: karim.mnsr"}),
        ("The premier received the Turkish foreign minister, Karim Mansour, on Friday.", {"patient: karim.mnsr"}),
        ("The new Yemeni finance minister, Karim Mansour, resigned on Friday.", {"agent: karim.mnsr"}),
        ("Guards freed the deputy mayor, Karim Mansour, on Friday.", {"patient: karim.mnsr"}),
        # a noun put first, and who did it behind the verb
        ("المتحف افتتحه المحافظ كريم منصور أمس.", {"agent: karim.mnsr"}),
        ("الجسر دمره الجيش الإسرائيلي أمس.", {"agent: israeli-forces"}),
        ("الوزير كريم منصور اعتقلته الشرطة أمس.", {"patient: karim.mnsr", "agent: police"}),
        # several that share a body of which one is named in quotation marks
        ("اجتمعت في مقر رابطة «آسيان» السعودية والكويت أمس.", {"agent: saudi-arabia", "agent: kuwait"}),
        # words quoted that nobody says
        ("اجتمع سامر حداد مع كريم منصور أمس «لوضع خطة تنهي الأزمة».", {"agent: samer.hdd", "agent: karim.mnsr"}),
    ],
)
def test_an_office_and_its_name_are_one_argument(text: str, roles: set[str]) -> None:
    assert told(text) >= roles
    assert not {one for one in told(text) - roles if one.startswith(("agent", "patient"))}


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الوزير المتحف أمس بحضور كريم منصور.",
        "افتتح الوزير المتحف أمس بحضور المحافظ، كريم منصور.",
        "أقيم السباق أمس برعاية الشيخ كريم منصور.",
        "افتتح الوزير المتحف أمس بحضور سامر حداد، مدير المتحف، وكريم منصور، رئيس البلدية.",
        "The minister opened a museum in the presence of Karim Mansour on Friday.",
        "The race took place under the patronage of the governor, Karim Mansour, on Friday.",
        "The club opened its hall on Friday in the presence of the mayor, Karim Mansour.",
    ],
)
def test_who_only_attends_did_nothing(text: str) -> None:
    found = [role for event in events(text, DAY) for role, id in event.roles if id.endswith("karim.mnsr")]
    assert not {"agent", "patient"} & set(found)


def test_who_is_at_work_with_others_does_it() -> None:
    assert told("افتتح سامر حداد وكريم منصور المتحف أمس.") >= {"agent: samer.hdd", "agent: karim.mnsr"}
