"""In which encoding a text that is not UTF-8 is read: with words as news has them, from a headline to an article."""

from __future__ import annotations

import random

import pytest

from store.intake.text.charset import Found, read, unmarked
from store.intake.text.decode import decode
from tests.store.intake.documents import ENGLISH

RAID = (
    "قُتل مسؤول بارز في صفوف تنظيم «داعش» في إنزال جوي نفذته قوات التحالف شرقي البلاد فجر يوم الجمعة، بحسب مصادر محلية."
    " وذكر بيان مقتضب أن الجنود عادوا إلى قاعدتهم في 10 من شباط الجاري من دون خسائر."
)
HEADLINES = (
    "افتتاح جسر جديد شمالي المدينة بعد أعوام من الإغلاق",
    "وزارة الصحة: تراجع عدد الإصابات",
    'الشرطة تعلن توقيف أفراد من "شبكة تهريب" قرب الحدود',
    "رئيس الحكومة يؤكد أن المحادثات ستستمر إثر لقاء الوفدين",
    "مقتل 12 مدنياً في قصف على إدلب",
)
WRITTEN = (
    ("cp1256", "Windows-1256", RAID),
    ("cp1256", "Windows-1256", "The group داعش said that قوات سوريا الديمقراطية attacked the prison"),
    ("cp1256", "Windows-1256", "لـCNN: مصادر في بغداد"),
    ("iso8859_6", "ISO-8859-6", RAID.replace("«", "").replace("»", "")),
    ("cp1252", "Windows-1252", "À Paris, le président a déclaré hier : l’École, l’Évêque, l’été 2015, où êtes-vous ?"),
    ("cp1252", "Windows-1252", "L'été dernier"),
    ("cp1252", "Windows-1252", "The “Coalition” said – on Feb. 10 – that it’s over… £5m"),
    ("cp1252", "Windows-1252", "Größe Übung für Straße, März über Öl; ¡Señor! ¿Años?"),
    ("cp1251", "Windows-1251", "Президент России заявил, что войска начнут отход в пятницу."),
    ("koi8_r", "KOI8-R", "Президент России заявил, что войска начнут отход в пятницу."),
    ("cp1253", "Windows-1253", "Ο πρόεδρος δήλωσε σήμερα ότι οι συνομιλίες θα συνεχιστούν"),
    ("cp1254", "Windows-1254", "Türkiye Cumhurbaşkanı Erdoğan, İstanbul'da konuştu: barış için çalışıyoruz"),
    ("cp1255", "Windows-1255", "ראש הממשלה אמר היום כי הממשלה תדון בהצעה ביום ראשון"),
)


@pytest.mark.parametrize("codec, name, text", WRITTEN, ids=[f"{row[1]} {row[2][:20]}" for row in WRITTEN])
def test_a_text_is_read_as_it_was_written(codec: str, name: str, text: str) -> None:
    found = read(text.encode(codec))
    assert found is not None
    assert (found.name, found.text) == (name, text)


@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_is_enough_for_windows_1256(text: str) -> None:
    """Five words, for which a detector that counts bytes says Big5."""
    found = read(text.encode("cp1256"))
    assert found is not None
    assert (found.name, found.text) == ("Windows-1256", text)


@pytest.mark.parametrize("words", [3, 5, 8, 12])
def test_any_few_words_of_arabic_are_read(words: int) -> None:
    said = RAID.split()
    for start in range(len(said) - words):
        text = " ".join(said[start : start + words])
        found = read(text.encode("cp1256"))
        assert found is not None, text
        assert found.text == text


@pytest.mark.parametrize("codec", ["cp720", "mac_roman", "cp037"])
def test_what_reads_like_no_words_is_refused(codec: str) -> None:
    """Encodings that nobody writes news in are not guessed at."""
    text = "The president said: l'École où été, « à » Évêque" if codec == "mac_roman" else RAID
    assert read(text.encode(codec, "ignore") * 3) is None


@pytest.mark.parametrize("low", [32, 128, 160, 192])
def test_random_bytes_are_refused(low: int) -> None:
    chance = random.Random(low)
    for size in (40, 200, 1_000, 20_000):
        for _ in range(20):
            assert read(bytes(chance.randrange(low, 256) for _ in range(size))) is None


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RAID, ENGLISH], ids=["Arabic", "English"])
def test_utf16_without_its_mark_is_known_by_its_words(codec: str, text: str) -> None:
    assert unmarked(text.encode(codec)) == Found(text, "UTF-16 without its mark")
    assert decode(text.encode(codec)).notice == "not UTF-8; read as UTF-16 without its mark"


def test_bytes_with_nuls_that_are_no_words_stay_binary() -> None:
    for content in (b"\0" * 400, bytes(range(256)) * 4, b"a\0b" * 100, "نص".encode("utf-16-le"), b"x\0" * 5):
        assert unmarked(content) is None
