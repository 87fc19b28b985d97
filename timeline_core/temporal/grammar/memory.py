"""`Memory`: a bounded cache of what was read in the same words before, as news says the same few words many times.

It changes no answer, only how soon it comes: whoever asks must be able to work the answer out anew. Threads may share
one, for each question and each answer is one step; what two of them find at once is the same.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """Answers by what was asked, up to a number of them; a full memory forgets all."""

    def __init__(self, most: int = 100_000) -> None:
        self._answers: dict[Hashable, Answer] = {}
        self._most = most

    def __len__(self) -> int:
        return len(self._answers)

    def recall(self, asked: Hashable) -> Answer | None:
        """The answer that was kept; None where there is none."""
        return self._answers.get(asked)

    def keep(self, asked: Hashable, answer: Answer) -> Answer:
        """Remember the answer, and give it back."""
        if len(self._answers) >= self._most:
            self._answers.clear()
        self._answers[asked] = answer
        return answer
