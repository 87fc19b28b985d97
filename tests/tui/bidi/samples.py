"""Texts that the tests draw from: words of the news, and strings no person would write."""

import random

from hypothesis import strategies as st

NEWS = (
    "قال المتحدث باسم WHO إن عدد الإصابات بلغ 1,245 حالة (بزيادة 3.5%) في ثلاث محافظات، وأكدت وكالة الأنباء الألمانية "
    "(DPA) يوم الثلاثاء 12/03/2024 أن الحكومة ستعقد اجتماعا طارئا لبحث الأوضاع في المنطقة. وأضاف البيان أن السلطات "
    "المحلية أعلنت حالة الطوارئ في المدينة بعد انقطاع الكهرباء، وأن فرق الإغاثة وصلت إلى المناطق المتضررة. وذكر "
    "تقرير Reuters أن عدد النازحين تجاوز ٢٥٠٠ شخص منذ بداية الأسبوع الماضي، في حين دعت الأمم المتحدة (UN) إلى وقف "
    "إطلاق النار فورا وفتح الممرات الإنسانية أمام المدنيين."
)
WORDS = NEWS.split()

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأإؤئةـپچگکیٹڈەێڕ"
LATIN = "abcXYZ 123,.-+%$()[]<>«»  /:"
FORMATS = "\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u00ad\ufeff"
ODD = (
    "\ufe0f\u0301\u064e\u0651\u0670\n\r\t\x07\x1b\x85\u2028\u2029\u3000\u20e3\u1160\u115f\ufffe中文。「」😀❤🔥👨🏽🇸🇾#é"
)

texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=LETTERS + LATIN, max_size=80),
    st.text(alphabet=LETTERS + LATIN + FORMATS + ODD, max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
)


def news(rng: random.Random, words: int) -> str:
    """A paragraph of so many words out of the news."""
    return " ".join(rng.choice(WORDS) for _ in range(words))
