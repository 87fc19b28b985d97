"""How a clause hangs on another: by the word that opens it, and by what is still open."""

from __future__ import annotations

import pytest

from tests.core.syntax.tree.test_light_verbs import predicates
from timeline_core.syntax.tree.values import Predicate


@pytest.mark.parametrize(
    ("language", "text", "words", "link", "parent"),
    [
        ("ar", "إن لم ينسحب الجيش عاد المسلحون إلى البلدة.", "لم ينسحب", "condition", ""),
        ("ar", "اشترط المعهد أن تكون اللوحات صغيرة.", "تكون", "content", "اشترط"),
        ("ar", "طلب الوزير ان تكون الهدنة دائمة.", "تكون", "content", "طلب"),
        ("ar", "زار الوزير البلدة، والتي دمرتها الحرب.", "دمرتها", "joined", "زار"),
        ("ar", "زار الوزير البلدة التي دمرتها الحرب.", "دمرتها", "relative", "زار"),
        ("ar", "قال الوزير إن الوضع صعب وأعلن حالة الطوارئ.", "أعلن", "joined", "قال"),
        ("ar", "انسحب الجيش، في حين أن المسلحين دخلوا البلدة.", "دخلوا", "complement", "انسحب"),
        ("ar", "حذر طبيب استضافته إذاعة أمس من تراجع السمع.", "تراجع", "complement", "حذر"),
        ("ar", "حذر وزير عانى من تراجع صحته.", "تراجع", "complement", "عانى"),
        ("ar", "يعود النازحون إن انسحب الجيش.", "انسحب", "condition", "يعود"),
        ("ar", "أعلن الوزير أن انسحب الجيش.", "انسحب", "content", "أعلن"),
        ("ar", "قال إن قصف البلدة أوقع قتلى.", "أوقع", "content", "قال"),
        ("ar", "هناك أشجار كبيرة تطل على البحر.", "تطل", "relative", ""),
        ("en", "The army left the town, and the families of the soldiers returned home.", "returned", "joined", "left"),
        ("en", "She hinted that as captain she would change the crew.", "would change", "content", "hinted"),
        ("en", "A tunnel was dug that could be flooded.", "could be flooded", "relative", "was dug"),
        ("en", "It moved so fast that nobody saw the car.", "saw", "complement", "moved"),
        ("en", "The town fell in May and was sacked; the army left in June.", "left", "joined", "fell"),
    ],
    ids=str,
)
def test_a_clause_hangs_where_its_words_say(language: str, text: str, words: str, link: str, parent: str) -> None:
    [found] = (one for one in predicates(text, language) if one.span.of(text) == words)
    assert (found.link, _words(found.parent, text)) == (link, parent)


def _words(predicate: Predicate | None, text: str) -> str:
    return predicate.span.of(text) if predicate is not None else ""


@pytest.mark.parametrize(
    ("language", "text", "words", "noun"),
    [
        ("ar", "عاد الحارس من مدرسة القرية، والذي توفي أمس.", "توفي", "الحارس"),
        ("ar", "عاد الحارس من سوق القرية، والذي أغلق أمس.", "أغلق", "من سوق القرية"),
        ("ar", "عاد الحارس إلى قرية تلة، والذي توفي أمس.", "توفي", "الحارس"),
        ("en", "They buried a baker from the village of Amra, who died on Monday.", "died", "a baker"),
        ("en", "They rebuilt a bakery in the village of Amra, which burned on Monday.", "burned", "of Amra"),
    ],
    ids=str,
)
def test_only_somebody_alive_can_die(language: str, text: str, words: str, noun: str) -> None:
    [found] = (one for one in predicates(text, language) if one.span.of(text) == words)
    assert found.clause.host is not None
    assert found.clause.host.span.of(text) == noun


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("وصل رئيس البلدية سالم إلى السوق.", "رئيس البلدية سالم"),
        ("وصل الفريق البلدي إلى السوق.", "الفريق البلدي"),
        ("وصل فريق بلدي إلى السوق.", "فريق بلدي"),
    ],
    ids=str,
)
def test_a_definite_adjective_owns_the_bare_noun_before_it(text: str, subject: str) -> None:
    found = next(predicates(text, "ar"))
    assert found.subject is not None
    assert found.subject.span.of(text) == subject


def test_a_set_phrase_tells_nothing_of_its_own() -> None:
    """«على قدم وساق» says how the work goes on, and nobody drove anything there; «ساق الراعي الغنم» does."""
    assert [found.span.of(_PHRASE) for found in predicates(_PHRASE, "ar") if found.kind == "verb"] == ["يجري"]
    assert [found.span.of(_DROVE) for found in predicates(_DROVE, "ar") if found.kind == "verb"] == ["عاد", "ساق"]


_PHRASE = "يجري العمل على قدم وساق بترميم الأرصفة."
_DROVE = "عاد الراعي وساق الغنم."
