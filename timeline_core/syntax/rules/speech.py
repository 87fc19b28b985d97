"""The rules that find acts of speech: a predicate says, denies, or continues a saying ("adding that …").

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.facts import NEGATIVE
from timeline_core.syntax.rules.factuality import PLANNED, SUPPOSED, WANTED
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK, NOUN, OPENER
from timeline_core.syntax.tree.values import ACTION, DENIES, GOES_ON, LIGHT, PASSIVE, SAYS, Group, Link, Predicate

_SPEECH = "speech"
_JUDGE, _PUBLISH, _PASSES_ON, _SAY, _DENY = "judge", "publish", "carry", "say", "deny"
"""Classes: a ruling or an opinion, making known, passing on, words, and words against others' words."""
_REFUSE, _TURNED_DOWN = "refuse", "request turned down"
_ASKED_FOR = frozenset({"ask", "plan", "agree", "decide"})
"""Classes of what can be granted or turned down, which is a decision and denies nothing."""
_TENSED = frozenset({"finite", "copula", "participle", "base"})
_BESIDES = frozenset({"participle", "gerund"})
_NO_FACT = frozenset({PLANNED, SUPPOSED, WANTED})
_WORDS_TOLD = frozenset({ACTION, "says"})


class Saying:
    """A predicate that may be an act of speech, as the rules see it."""

    def __init__(self, predicate: Predicate, groups: Sequence[Group], grammar: Grammar) -> None:
        self.predicate, self.grammar, self._groups = predicate, grammar, groups

    @property
    def marks(self) -> frozenset[str]:
        """The traits of its class."""
        return self.predicate.head.marks

    @property
    def heads(self) -> bool:
        """It is a verb that heads its clause."""
        return self.predicate.clause.head is self.predicate and self.predicate.form in _TENSED

    @property
    def content(self) -> Predicate | None:
        """The clause of content that a word opens: "that …", «أن …»."""
        clause = self.predicate.content
        return (
            clause if clause is not None and clause.link is Link.CONTENT and clause.clause.opener is not None else None
        )

    @property
    def says_what(self) -> bool:
        """A word introduces reported content, even one without a verb: «نقلت أن الجسر آمن»."""
        return self.content is not None or opens_content(self.predicate, self._groups)

    @property
    def notice(self) -> bool:
        """A noun for a statement ("notice", «بيان») is in its clause, or is what its relative clause is about."""
        own = self.predicate.clause
        beside = (one for one in own.groups if one.kind == NOUN)
        nouns = (group for group in (own.host, *beside) if group is not None)
        return any(self.grammar.names("notice", unit) for group in nouns for unit in group.units)

    @property
    def claims(self) -> bool:
        """Its object is an attack, for which somebody takes responsibility: "claimed the raid"."""
        deed, owns = self.predicate.object, self.grammar.names("owns_up", self.predicate.head)
        return owns and deed is not None and deed.marks >= {ACTION, "upon", "ground"}

    @property
    def colon_before_quote(self) -> bool:
        """A colon opens the words that it quotes: "wrote: '…'"."""
        quote = self.predicate.content
        if quote is None or quote.link is not Link.QUOTE:
            return False
        between = self._groups[self.predicate.group.at : quote.group.at]
        return any(self.grammar.has("colon", group.head.word) for group in between if group.kind == MARK)

    @property
    def led_by_words(self) -> bool:
        """A noun of saying introduces its content: «رد بالقول إن …», "replied by saying …"."""
        clause = self.content
        opener = clause.clause.opener if clause is not None else None
        before = self._groups[opener.at - 1] if opener is not None and opener.at else None
        if before is None or before.head.concept != _SAY or ACTION not in before.marks:
            return False
        return self.grammar.has("within", before.lead)


def opens_content(predicate: Predicate, groups: Sequence[Group]) -> bool:
    """Behind it a word opens a clause of content of its own, which may have no verb."""
    own, behind = predicate.clause, groups[predicate.group.at + 1 :]
    openers = (one for one in behind if one.kind == OPENER and one.head.concept == Link.CONTENT)
    return any(own in (one.clause, one.clause.above) for one in openers if one.clause is not None and _tells(one))


def _tells(opener: Group) -> bool:
    """It opens no clause that only says which one a noun is: "removed the lid that had failed"."""
    clause = opener.clause
    return clause is None or clause.opener is not opener or clause.link is Link.CONTENT


SpeechRule = Rule[Saying, str]


def is_judged(predicate: Predicate) -> bool:
    """A passive verb of judging («أدين»), which is a ruling of a court, not a statement of somebody."""
    return predicate.head.concept == _JUDGE and PASSIVE in predicate.head.marks


def is_decision(predicate: Predicate) -> bool:
    """It is of a class that says, and decides: somebody was judged, or what was asked for was refused."""
    return is_judged(predicate) or _TURNED_DOWN in predicate.rules


def _unsaid(here: Saying) -> bool:
    return here.predicate.polarity == NEGATIVE or here.predicate.modality in _NO_FACT


def _goes_on(here: Saying) -> bool:
    beside = here.predicate.form in _BESIDES and here.predicate.clause.head is here.predicate
    says = "says" in here.marks or ("tells" in here.marks and here.content is not None)
    return beside and says and PASSIVE not in here.marks and here.predicate.link in (Link.COMPLEMENT, Link.JOINED)


def _denies(here: Saying) -> bool:
    return here.heads and here.predicate.head.concept == _DENY


def _brushes_aside(here: Saying) -> bool:
    """Its object is what others say or fear: "dismissed the reports", «استبعد المزاعم»."""
    words = here.predicate.object
    if words is None or not here.heads or not here.grammar.names("dismisses", here.predicate.head):
        return False
    return here.grammar.names("claims", words.head) or here.grammar.names("fears", words.head)


def _turns_down(here: Saying) -> bool:
    """What it refuses is what somebody asked for or proposed: "rejected the appeal", «رفضت المحكمة طلب المحامي».

    So it is with what can only be granted: "was denied entry".
    """
    predicate = here.predicate
    asked = predicate.subject if PASSIVE in here.marks else predicate.object
    if asked is None or not here.heads:
        return False
    if predicate.head.concept == _DENY:
        return here.grammar.names("granted", asked.head)
    if predicate.head.concept != _REFUSE:
        return False
    return asked.head.concept in _ASKED_FOR or here.grammar.names("requests", asked.head)


def _published(here: Saying) -> bool:
    publishes = here.predicate.head.concept == _PUBLISH and here.heads
    return publishes and (here.notice or here.says_what or here.claims)


def _says(here: Saying) -> bool:
    return here.heads and "says" in here.marks and here.predicate.head.concept != _PUBLISH


def _source(here: Saying) -> bool:
    return here.heads and here.predicate.link is Link.SOURCE


def _passes_on(here: Saying) -> bool:
    """It passes on, makes or renews a noun of saying: «نقل قوله», "made a statement", «جدد دعوته»."""
    noun = here.predicate.object
    if noun is None or not here.heads:
        return False
    if LIGHT in here.marks or here.grammar.names("renews", here.predicate.head):
        return noun.marks >= _WORDS_TOLD
    return here.predicate.head.concept == _PASSES_ON and noun.head.concept == _SAY


def _writes(here: Saying) -> bool:
    if not here.heads or here.predicate.modality:
        return False
    tells = "tells" in here.marks and (here.says_what or here.colon_before_quote)
    return tells or _admits(here) or here.led_by_words


def _admits(here: Saying) -> bool:
    """It owns what a clause says: «أقر بأنه أخطأ», and not «القانون أقر على أن …»."""
    opener = here.content.clause.opener if here.content is not None else None
    led = opener is not None and bool(opener.lead) and not here.grammar.has("within", opener.lead)
    return opener is not None and not led and here.grammar.names("admits", here.predicate.head)


SPEECH: tuple[SpeechRule, ...] = (
    Rule("said by nobody", _SPEECH, "somebody was judged", lambda here: is_judged(here.predicate), ""),
    Rule("not said", _SPEECH, "it was not said, or is to be", _unsaid, ""),
    Rule("says more", _SPEECH, "a verb without tense: more is said in the same breath", _goes_on, GOES_ON),
    Rule(
        _TURNED_DOWN, _SPEECH, "a verb of refusing, with what was asked for", _turns_down, "", ("requests", "granted")
    ),
    Rule("denial", _SPEECH, "a verb of denying", _denies, DENIES),
    Rule(
        "claim brushed aside",
        _SPEECH,
        "a verb of putting away, with what others say or fear",
        _brushes_aside,
        DENIES,
        ("dismisses", "claims", "fears"),
    ),
    Rule(
        "made known",
        _SPEECH,
        "a verb of making known, with a notice or what is said",
        _published,
        SAYS,
        ("notice", "owns_up"),
    ),
    Rule("saying", _SPEECH, "a verb of saying, asking, judging", _says, SAYS),
    Rule("source named", _SPEECH, "the verb of a clause that names the source", _source, SAYS),
    Rule(
        "words passed on",
        _SPEECH,
        "a verb of passing on, doing, renewing, with words",
        _passes_on,
        SAYS,
        ("renews",),
    ),
    Rule(
        "telling", _SPEECH, "another verb with what is said as a clause", _writes, SAYS, ("colon", "within", "admits")
    ),
    Rule("no saying", _SPEECH, "it tells of no words", lambda _: True, ""),
)
NEEDS: Mapping[str, tuple[str, ...]] = {
    "said by nobody": (_JUDGE,),
    "says more": ("says", "tells"),
    "denial": (_DENY,),
    "claim brushed aside": ("dismisses",),
    "made known": (_PUBLISH,),
    _TURNED_DOWN: (_REFUSE, _DENY),
    "saying": ("says",),
    "words passed on": (LIGHT, "renews", _PASSES_ON),
    "telling": ("tells", "admits", _SAY),
}
"""Rule -> that of which its sentence has one: words of these lists, features or classes."""
