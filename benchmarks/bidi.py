"""How long laying out takes beside the naive `get_display(reshape(text))`, which neither wraps nor maps.

Run `python -m benchmarks.bidi`; CPU time, best of several batches, both in one run so that the ratios hold on any
machine. Leaves with status 1 when a target is missed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import count, cycle
from time import process_time

from arabic_reshaper import reshape
from bidi import get_display

from tui.bidi import paragraph as paragraphs
from tui.bidi.document import Document
from tui.bidi.layout import layout

MIXED = (
    "قال المتحدث باسم WHO إن عدد الإصابات بلغ 1,245 حالة (بزيادة 3.5%) في ثلاث محافظات، وأكدت وكالة الأنباء الألمانية "
    "(DPA) يوم الثلاثاء 12/03/2024 أن الحكومة ستعقد اجتماعا طارئا لبحث الأوضاع في المنطقة. وأضاف البيان أن السلطات "
    "المحلية أعلنت حالة الطوارئ في المدينة بعد انقطاع الكهرباء، وأن فرق الإغاثة وصلت إلى المناطق المتضررة. وذكر تقرير "
    "Reuters أن عدد النازحين تجاوز ٢٥٠٠ شخص منذ بداية الأسبوع الماضي، في حين دعت الأمم المتحدة (UN) إلى وقف النار، "
    "وتتواصل الجهود (حتى الآن) بلا نتيجة تذكر منذ الأحد 10/03/2024."
)[:500]
WIDTH = 80
PAGE = 48
BATCHES = 9
EACH = 30


def forget() -> None:
    """As at the first text of a session, but for imports."""
    paragraphs._kept.cache_clear()
    paragraphs.SHAPER._known.clear()


def nothing() -> None:
    """No preparation."""


def seconds(work: Callable[[], object], before: Callable[[], None] = nothing) -> float:
    """CPU time of one call, the mean of the best batch; `before` is not counted."""
    best = float("inf")
    for _ in range(BATCHES):
        spent = 0.0
        for _ in range(EACH):
            before()
            began = process_time()
            work()
            spent += process_time() - began
        best = min(best, spent / EACH)
    return best


def restyled() -> Callable[[], object]:
    """Lays the same text out with highlights that are new at each call."""
    turn = count()

    def work() -> object:
        start = next(turn) % 400
        return layout(MIXED, WIDTH, [(start, start + 40, "found"), (start + 60, start + 90, "date")])

    return work


def book(words: int) -> str:
    """Many paragraphs out of the same words."""
    rng = random.Random(1)
    known = MIXED.split()
    return "\n".join(" ".join(rng.choices(known, k=80)) for _ in range(words // 80))


def main() -> int:
    """Measure, print a table, and tell whether the targets are met."""
    naive = seconds(lambda: get_display(reshape(MIXED)))
    layout(MIXED, WIDTH)
    widths = cycle(range(60, 100))
    rows = [
        ("first time, all caches empty", seconds(lambda: layout(MIXED, WIDTH), forget), 3.0),
        ("new paragraph, words known", seconds(lambda: layout(MIXED, WIDTH), paragraphs._kept.cache_clear), 2.0),
        ("known paragraph, other width", seconds(lambda: layout(MIXED, next(widths))), 1.0),
        ("known paragraph, new highlights", seconds(restyled()), 0.2),
    ]
    print(f"{len(MIXED)} characters, width {WIDTH}; naive get_display(reshape(x)): {naive * 1e6:.0f} us")
    missed = 0
    for name, spent, target in rows:
        ratio = spent / naive
        missed += ratio > target
        print(f"  {name:34} {spent * 1e6:7.0f} us  {ratio:5.2f} x  (target {target} x)")
    return int(missed + pages() > 0)


def pages() -> int:
    """A page painted again, and the first and the last page of five million characters; gives the targets missed."""
    text = book(800_000)
    made = process_time()
    document = Document(text)
    document.lines(WIDTH, 0, PAGE)
    first = process_time()
    last_line = document.line_of(len(text) - 1, WIDTH)
    document.lines(WIDTH, last_line - PAGE, PAGE)
    last = process_time()
    spans = [(place, place + 20, "found") for place in range(0, 5_000, 100)]
    painted = seconds(lambda: document.lines(WIDTH, 10, PAGE, spans))
    print(f"{len(text)} characters, {PAGE} lines a page:")
    print(f"  opened and first page {(first - made) * 1e3:.1f} ms, last page {(last - first) * 1e3:.1f} ms")
    print(f"  a page painted with {len(spans)} highlights: {painted * 1e3:.2f} ms  (target 16 ms)")
    return int(painted > 0.016)


if __name__ == "__main__":
    sys.exit(main())
