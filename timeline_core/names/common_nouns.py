"""`CommonNouns`: nouns and adjectives that everybody uses, so that they are told from names: «مجال», «حدود».

Source:
    Internal evidence against a name (McDonald 1996). The words are data (`seeds/lexicon/`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from timeline_core.model.once import cached_property
from timeline_core.names.word_form import WordForm
from timeline_core.text.fold import fold
from timeline_core.text.words import bare

_LONG = 4
"""Letters behind a glued particle, or before the ending of a plural, at least: «كالديرون» are no «دير»."""


class CommonNouns:
    """The nouns of one language, with what is glued to them. Immutable; the list is read when it is first asked."""

    def __init__(self, words: Callable[[], Iterable[str]] = tuple, form: WordForm | None = None) -> None:
        """`words`: gives singulars and broken plurals, as written; `form`: the language's article and endings."""
        self._words, self._form = words, form or WordForm()

    @cached_property
    def listed(self) -> frozenset[str]:
        """The words themselves, folded."""
        return frozenset(map(fold, self._words()))

    @cached_property
    def _endings(self) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
        """Endings of stems of so many letters at least, and of the listed word: «ات» of «سيارات» stands for «ة»."""
        feminine, form = self._form.feminine, self._form
        ties = [tie for tie in form.feminine_nouns if tie not in feminine]
        plural = [(one, _LONG, ("", *feminine)) for one in form.plural]
        owned = [(one, 1, ("",)) for one in (*form.possessive, *feminine)]
        return (*plural, *((tie + one, 1, feminine) for one in form.possessive for tie in ties), *owned)

    def holds(self, word: str) -> bool:
        """True where the folded word is one of them: «الحدود», «وحدودها», «مجالات»."""
        return any(form in self.listed for form in self._forms(word)) if self.listed else False

    def _forms(self, word: str) -> Iterator[str]:
        for form, clitic in bare(word):
            stem = self._form.without_article(form)
            if clitic and stem == form and len(stem) < _LONG:
                continue
            yield form
            yield stem
            for ending, letters, instead in self._endings:
                if stem.endswith(ending) and len(stem) - len(ending) >= letters:
                    yield from (stem.removesuffix(ending) + one for one in instead)
