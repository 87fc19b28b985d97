"""`Memory`: what was read in words that stood in a text before. Texts of news say the same few words over and over.

It changes no answer, only how soon it comes: whoever asks must be able to work the answer out anew. Threads may share
one, for each question and each answer is one step; what two of them find at once is the same.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """Answers by what was asked, so many at the most; a full memory forgets all of them."""

    def __init__(self, most: int = 100_000) -> None:
        self._answers: dict[Hashable, Answer] = {}
        self._most = most

    def __len__(self) -> int:
        return len(self._answers)

    def recall(self, asked: Hashable) -> Answer | None:
        """The answer that was kept; None where there is none."""
        return self._answers.get(asked)

    def keep(self, asked: Hashable, answer: Answer) -> Answer:
        """The answer, which from now on is remembered."""
        if len(self._answers) >= self._most:
            self._answers.clear()
        self._answers[asked] = answer
        return answer
