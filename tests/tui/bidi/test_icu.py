"""ICU draws every wrapped line in the same order; asked only where PyICU is installed."""

import random
import re
from importlib import import_module
from importlib.util import find_spec

from tests.tui.bidi.samples import FORMATS, LATIN, LETTERS, news
from tui.bidi.layout import layout

OVERRIDES = re.compile("[\u202a-\u202e]")

if find_spec("icu"):

    def test_icu_orders_ten_thousand_random_lines_alike() -> None:
        icu = import_module("icu")
        rng = random.Random(12)
        for turn in range(5_000):
            strange = "".join(rng.choices(LETTERS + LATIN + FORMATS, k=rng.randrange(1, 80)))
            text = "." + OVERRIDES.sub("", news(rng, 20) if turn % 2 else strange)
            whole = icu.Bidi()
            whole.setPara(icu.UnicodeString(text), icu.Bidi.DEFAULT_LTR)
            for line in layout(text, rng.choice([5, 20, 40])).lines:
                ours = [cluster.start for cluster in line.clusters]
                drawn = set(ours)
                order = whole.setLine(line.start, line.end).getVisualMap()
                theirs = [line.start + place for place in order if line.start + place in drawn]
                assert ours == theirs
