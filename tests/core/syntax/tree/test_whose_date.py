"""Whose date it is, by the kinds of mistake that unseen articles showed: each case is one sentence and its dates."""

from __future__ import annotations

import pytest

from seeds.load import knowledge
from timeline_core.events.accounts import read, reading_of
from timeline_core.events.trees import trees
from timeline_core.model.report import Report
from timeline_core.model.when import When

Held = dict[str, str | None]


def held(text: str, language: str) -> Held:
    """Date -> the words of what it dates; None where it dates nothing."""
    report = Report(id="case", text=text, published=When("2018-08-19"), lang=language, sha256="")
    found: Held = {}
    for tree in trees(reading_of(read(report, knowledge()), knowledge()), knowledge().parsers):
        for date in tree.dates:
            found[date.span.of(text)] = date.predicate.span.of(text) if date.predicate is not None else None
    return found


EMBEDDED = [
    ("ar", "قتل ثلاثة جنود وفق بيان صادر عن الوزارة أمس.", {"أمس": "صادر"}),
    ("ar", "قتل ثلاثة جنود بحسب الوزارة أمس.", {"أمس": "قتل"}),
    ("ar", "يرجحون هبوط الثلوج في النصف الثاني من العام الحالي.", {"النصف الثاني من العام الحالي": "هبوط"}),
    ("ar", "استمرت الاحتجاجات حتى إقالة الوزير في آذار الماضي.", {"آذار الماضي": "إقالة"}),
    ("ar", "استمرت الاحتجاجات حتى آذار الماضي.", {"آذار الماضي": "استمرت"}),
    ("ar", "شهدت المدينة بالأمس انفجار سيارة.", {"الأمس": "شهدت"}),
    ("ar", "قارن الوزير الميزانية بعام 2014.", {"عام 2014": None}),
    ("ar", "قال الوزير إن الجيش انسحب، مشيرا إلى مقتل جنديين أمس.", {"أمس": "مقتل"}),
    ("ar", "قال الوزير إن الجيش انسحب أمس، مشيرا إلى مقتل جنديين.", {"أمس": "انسحب"}),
    ("en", "The film tells of his rise and death in the 1980s.", {"the 1980s": "rise"}),
    ("en", "The summit in 2012 ended the war.", {"2012": "summit"}),
    ("en", "Rebels seized the town on Monday and on Tuesday the army fled.", {"Monday": "seized", "Tuesday": "fled"}),
    ("ar", "سيطر المسلحون على البلدة الاثنين وفي الثلاثاء انسحب الجيش.", {"الاثنين": "سيطر", "الثلاثاء": "انسحب"}),
    ("ar", "قتل الجندي في مديرية مودية في أيار 2014.", {"أيار 2014": "قتل"}),
    ("ar", "قتل الجندي في المديرية المحتلة عام 2014.", {"عام 2014": "المحتلة"}),
    ("en", "Unlike that of May 2014, the raid was not reported.", {"May 2014": None}),
    ("ar", "أحالت النيابة ستة حراس إلى المحاكمة في واقعة مقتل سجين في آذار الماضي.", {"آذار الماضي": "مقتل"}),
    ("ar", "باتت القرية خالية بعد إجلاء أهلها بموجب اتفاق أبرمه الطرفان الثلاثاء.", {"الثلاثاء": "أبرمه"}),
    ("ar", "دفن الأهالي الضحايا الذين قتلوا في غارة يوم الاثنين.", {"يوم الاثنين": "غارة"}),
    ("ar", "نزح السكان بعد قصف المخيم مساء السبت.", {"مساء السبت": "قصف"}),
    ("en", "The court upheld the sentences of ten men convicted by a tribunal in 2011.", {"2011": "convicted"}),
    (
        "en",
        "The lawyer, who had been freed last year, was arrested in June.",
        {"last year": "had been freed", "June": "was arrested"},
    ),
    (
        "en",
        "Gunmen who attacked the camp on Monday withdrew on Tuesday.",
        {"Monday": "attacked", "Tuesday": "withdrew"},
    ),
    ("en", "Residents fled after the bombing on Saturday.", {"Saturday": "bombing"}),
    (
        "ar",
        "هبط السعر مع نهاية عام 2011 وبداية عام 2012، يأتي ذلك بسبب الجفاف.",
        {"نهاية عام 2011": "هبط", "بداية عام 2012": "هبط"},
    ),
    ("ar", "بدأت الشركة العمل في فندق كبير، وسط السوق سيبدأ تشغيله مطلع عام 2031.", {"مطلع عام 2031": "سيبدأ"}),
    ("ar", "بدأت الشركة تبني فندقا كبيرا مطلع عام 2011.", {"مطلع عام 2011": "بدأت"}),
    ("ar", "كان المهندس - رحمه الله - قد هاجر إلى حلب في 2 آذار 1960.", {"2 آذار 1960": "قد هاجر"}),
    ("ar", "أنهت اللجنة عملها استعدادا لانطلاقة الموسم في غرة شعبان القادم.", {"غرة شعبان القادم": "انطلاقة"}),
]
PARTED = [
    ("ar", "أصدرت المحكمة، فجر الأربعاء، حكما بسجن الناشط.", {"فجر الأربعاء": "أصدرت"}),
    ("ar", "أصدرت المحكمة حكما، وغادر القاضي، فجر الأربعاء.", {"فجر الأربعاء": "غادر"}),
    ("ar", "أعلن الجيش مقتل القيادي (أبو سالم) في غارة (للتحالف) في 2015.", {"2015": "غارة"}),
    ("ar", 'أدانت الحكومة "الهجوم على القاعدة"، وفق بيان صادر اليوم السبت عن الوزارة.', {"اليوم السبت": "أدانت"}),
    ("ar", "عقد المجلس، الذي ترأسه فرنسا، اجتماعا أمس.", {"أمس": "عقد"}),
    ("en", "At least ten people were killed in Marj, the ministry said on Friday.", {"Friday": "said"}),
    ("en", "When the police arrived on Sunday, the gunmen withdrew.", {"Sunday": "arrived"}),
]


@pytest.mark.parametrize(("language", "text", "dates"), EMBEDDED, ids=lambda one: one if isinstance(one, str) else "")
def test_the_date_of_an_embedded_thing_is_not_that_of_the_main_clause(language: str, text: str, dates: Held) -> None:
    assert held(text, language) == dates


@pytest.mark.parametrize(("language", "text", "dates"), PARTED, ids=lambda one: one if isinstance(one, str) else "")
def test_commas_and_quotes_part_and_join_as_they_pair(language: str, text: str, dates: Held) -> None:
    assert held(text, language) == dates
