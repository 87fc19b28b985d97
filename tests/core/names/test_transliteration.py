"""One key for one name in two scripts, and two for two names."""

import pytest

from seeds.load import naming

KEY = naming().transliteration.key


@pytest.mark.parametrize(
    "spellings",
    [
        ("إبراهيم القحطاني", "ابراهيم القحطانى", "Ibrahim al-Qahtani", "Ibrahim Al Qahtani", "Ebrahim Qahtani"),
        ("عبد الرحمن هارون", "عبدالرحمن هارون", "Abdul Rahman Haroun", "Abdulrahman Haroon", "Abd al-Rahman Haroun"),
        ("محمد الحسن", "Mohammed al-Hassan", "Muhammad Hasan"),
        ("يوسف الزبيدي", "Youssef al-Zubaidi", "Yusuf Zubaydi"),
        ("نور الدين بدوي", "Noureddine Bedoui", "Nur al-Din Badawi"),
        ("حمد الله الصالحي", "Hamdallah al-Salehi"),
        ("ديفيد كاميرون", "David Cameron"),
        ("جيريمي كوربين", "Jeremy Corbyn"),
        ("أبو حمزة المصري", "Abu Hamza al-Masri", "Abou Hamzah el-Masry"),
        ("خالد شرف الدين", "Khaled Sharafeddine", "Khalid Sharaf al-Din"),
        ("محمود الشامي", "Mahmoud ash-Shami", "Mahmud al-Shami"),
        ("زياد الصافي", "Ziad Elsafi", "Ziyad Alsafi", "Zeyad al-Safi"),
        ("عبد اللطيف ذو الفقار", "Abdelatif Zulfikar", "Abdul Latif Dhu al-Fiqar"),
        ("ثروت أبو النجا", "Tharwat Abo Elnaga", "Sarwat Abul Naga", "Tharwat Abu al-Naja"),
        ("قاسم غالب", "Qasim Ghaleb", "Qassem Ghalib", "Kassem Ghalib"),
        ("رمضان العقربي", "Ramazan Agrebi", "Ramadan al-Aqrabi"),
        ("وديع عون", "Wadie Aoun", "Wadih Awn"),
        ("صلاح الدين عيد", "Salah Eddine Eid", "Salaheldin Eid", "Salahuddin Eid"),
        ("نور الهدى إسحاق", "Nour El Houda Ishak", "Nour al-Huda Ishaq"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_one_name_has_one_key(spellings: tuple[str, ...]) -> None:
    assert {KEY(spelling) for spelling in spellings} == {KEY(spellings[0])}


@pytest.mark.parametrize(
    "one, other",
    [
        ("حسن القحطاني", "Hussein al-Qahtani"),
        ("محمد القحطاني", "Mahmoud al-Qahtani"),
        ("أحمد القحطاني", "Hamid al-Qahtani"),
        ("سالم القحطاني", "Salim al-Qahtani"),
        ("إبراهيم القحطاني", "Ibrahim al-Zahrani"),
        ("محمد بن سالم", "محمد سالم"),
        ("علي عون", "Ali Nouh"),
        ("سعيد عمر", "Saad Omar"),
        ("علي الياس", "Ali Elias Yasin"),
        ("محمود عون", "Mahmoud Eid"),
        ("ليلى وادي", "Layla Awad"),
    ],
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert KEY(one) != KEY(other)
