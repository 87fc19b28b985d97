"""Blocks miss nothing: what shares none with a mention is nothing that any table would join with it."""

from __future__ import annotations

import pytest

from tests.core.words import known, report
from timeline_core.events.accounts import account
from timeline_core.events.discourse.blocks import Blocks

TEXT = (
    "Raiders stormed the Abu Salim depot on May 10, killing 14 guards. The mayor Adam Novak condemned the raid.\n"
    "Police arrested two bakers in Tadmur. A court in Homs jailed three tailors on May 11.\n"
    "The mayor said the depot would be rebuilt. Four bombs were dropped on Derna, medics said.\n"
    "He left prison on May 12. The tailors were freed on May 12. The incident shook the town.\n"
    "Rain fell on Sirte. The court also freed a miller in the case. The 14 guards had died in the attack.\n"
    "A school was hit in the raid. The ministry announced the arrest of two bakers.\n"
)
ARABIC = (
    "اقتحم مسلحون مستودع القرية يوم 10 أيار وقتلوا 14 حارسا. وأدان العمدة الهجوم.\n"
    "أوقفت الشرطة خبازين في تدمر. وحكمت محكمة في حمص على ثلاثة خياطين بالسجن في 11 أيار.\n"
    "وقال العمدة إن المستودع سيعاد بناؤه. وسقط المطر على سرت. وأسفر الهجوم عن مقتل 14 حارسا.\n"
)


@pytest.mark.parametrize("text", [TEXT, TEXT * 3, ARABIC, ARABIC * 3])
def test_comparing_all_with_all_tells_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = report(text, "2023-05-17")
    by_blocks = account(one, known()).drafts

    def every(self: Blocks, _: object) -> set[int]:
        return {at for places in self.places.values() for at in places}

    monkeypatch.setattr(Blocks, "under", every)
    assert account(one, known()).drafts == by_blocks
