"""Whether the text has a word again: what it tells again, by itself or with its first name, is somebody's name."""

from __future__ import annotations

from collections import Counter

from timeline_core.model.once import cached_property
from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.word_shape import Shape
from timeline_core.text.words import Run, bare


class Retold:
    """The words of one text in one language, asked whether they come again. `k` is the number of a word."""

    def __init__(self, run: Run, wording: NameWords, shape: Shape, whole: Run) -> None:
        """`whole`: all words of the text, of which `run` are a part."""
        self._run, self._form, self._shape, self._whole = run, wording.form, shape, whole

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often the run has each spelling."""
        return Counter([word.folded for word in self._run])

    def is_repeated(self, k: int) -> bool:
        """True where the text has the word again, alone or behind a glued particle."""
        word = self._run[k].folded
        return (
            self._counted[word]
            + sum(self._counted[clitic + word] for clitic in (*self._form.and_, *self._form.to, *self._form.by))
            > 1
        )

    def is_told_again(self, k: int) -> bool:
        """The text has the first of the two words again, and no lexicon knows it: «السودانية نورا حسين … نورا»."""
        return self._shape.is_stranger(k) and len(self._whole.places.get(self._run[k].folded, ())) > 1

    def is_told_bare(self, k: int) -> bool:
        """The text has the word again, and nowhere with the article, as it would have a noun."""
        places, word = self._whole.places, self._run[k].folded
        return len(places.get(word, ())) > 1 and self._form.with_article(word) not in places

    def is_told_with(self, k: int) -> bool:
        """The text has the word more than once behind the name before it."""
        name = {form for form, _ in bare(self._run[k - 1].folded)}
        places = self._whole.places.get(self._run[k].folded, ())
        before = [self._whole[n - 1].folded for n in places if n]
        return sum(any(form in name for form, _ in bare(word)) for word in before) > 1
