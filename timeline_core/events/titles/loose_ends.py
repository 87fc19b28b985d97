"""The edges of a title: words that only tie it to what stands before it, or lead to what it does not tell.

Source:
    DESIGN.md section 5: no loose ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from timeline_core.events.titles.hours import without_asides, without_clock, without_zone
from timeline_core.events.titles.marks import COMMAS, EDGES, SPACES, balanced
from timeline_core.lexicon.grammar import Grammar
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.text.words import Hit, Word, letters_to_skip, words

_NEAR = 9
"""Words behind the verb within which its particle stands."""
_COLON = ": "
_SPACED_STOP = re.compile(r"\s+(?=[،؛,;:.!؟?»”)]|\"$)")
_STOPPED = re.compile(r"[.،؛,;]+(?=[»”\"]$)")
_DOUBLED = re.compile(r"([،,؛;])(?:\s*[،,؛;])+|[،,]\s*(?=:)")
_ASIDE = re.compile(r"\([^()]*\)\s*[,،:]\s*")
"""In brackets before a comma, at the head: "around 3 May (as reported), residents …" without its day."""
_EMPTY = re.compile(r"\(\s*(?:[،,][^()]*)?\)|\[\s*\]|«\s*»|(?<=\s)[-–—]\s*[-–—](?=\s)")


class Glue(NamedTuple):
    """What the tree and the tables know of letters that are glued to a word."""

    joined: Mapping[str, bool] = MappingProxyType({})
    """Of words, whether their first letter is a word of its own («وزار», but not «وزارة»), where that is known."""
    shares: Callable[[str], bool] = bool
    """Whether the preposition in front took a letter of the word's article: «للمعسكر», but not «للجنة»."""
    modal: bool = False
    """The particle before its first verb makes it a guess: «قد يكون», but not «قد كان»."""
    verb: str = ""
    """The verb with which it begins, which is no particle, whatever its letters: «وفقد | الرجل»."""


def tidied(text: str, phrasing: Phrasing, glue: Glue, *, fronted: bool = False) -> str:
    """The words of a title without hours, piety, and what is loose at their edges."""
    text = SPACES.sub(
        " ", _EMPTY.sub(" ", without_zone(without_clock(without_asides(text, phrasing), phrasing), phrasing))
    )
    text = _DOUBLED.sub(r"\1", _SPACED_STOP.sub("", text)).strip(EDGES)
    aside = _ASIDE.match(text)
    text = text[aside.end() if aside is not None else 0 :]
    text = without_end(_without_beginning(text, phrasing, glue, fronted=fronted), phrasing)
    text = _STOPPED.sub("", _told_plainly(text, phrasing))
    return balanced(text).strip(EDGES)


def _without_beginning(text: str, phrasing: Phrasing, glue: Glue, *, fronted: bool) -> str:
    while run := words(text):
        opener = phrasing.titles.openers.at(run, 0)
        if opener is not None and len(run) > opener.count and _is_apart(text, run, opener):
            text = text[run[opener.count - 1].span.end :].lstrip(EDGES)
            text = _led_to(text, phrasing, glue, had=opener.concept == "had") if opener.concept != "opener" else text
            continue
        if fronted and any(form in phrasing.titles.undotted for form, _ in run[0].forms):
            return _without_clitic(text, run, phrasing, glue.joined)
        if glue.modal and any(form in phrasing.titles.past_particle for form, _ in run[0].forms):
            return _without_clitic(text, run, phrasing, {run[0].folded: len(run[0].forms) > 1})
        if glue.verb and any(form == glue.verb for form, _ in run[0].forms) and len(run[0].folded) - len(glue.verb) < 2:
            return _without_clitic(text, run, phrasing, {run[0].folded: run[0].folded != glue.verb})
        dropped = run[0].folded in phrasing.titles.drops and not _is_dotted(text, run[0], phrasing)
        if dropped or any(form in phrasing.titles.drops for form, cut in run[0].forms if cut == 1):
            past = any(form in phrasing.titles.past_verbs for form, _ in run[0].forms)
            text = (_without_particle(text, run, phrasing) if past else text)[run[0].span.end :].lstrip(EDGES)
            continue
        return _without_clitic(text, run, phrasing, glue.joined)
    return text


def _told_plainly(text: str, phrasing: Phrasing) -> str:
    """What is said behind a colon, without the word that opens it: «قال الوزير: إن …»."""
    said, colon, told = text.partition(_COLON)
    run = words(told)
    if len(run) < 2:
        return text
    hit = phrasing.speech.openers.at(run, 0)
    nobody = hit is not None and hit.concept == "he" and run[1].folded in phrasing.speech.impersonal
    opens = nobody or run[0].folded in phrasing.speech.that
    return f"{said}{colon}{told[run[1].start :]}" if opens else text


def _is_apart(text: str, run: Sequence[Word], opener: Hit) -> bool:
    """False for a number of what follows, which no mark parts from it: "First: a bridge fell", not "First victims"."""
    behind = text[run[opener.count - 1].span.end : run[opener.count].span.start].strip()
    return opener.concept != "numbered" or bool(behind)


def _without_particle(text: str, run: Sequence[Word], phrasing: Phrasing) -> str:
    """«وكان الوزير قد أعلن» without «قد»."""
    particle = next((word for word in run[1:_NEAR] if word.folded in phrasing.titles.past_particle), None)
    return text if particle is None else text[: particle.start] + text[particle.end :].lstrip()


def _led_to(text: str, phrasing: Phrasing, glue: Glue, *, had: bool) -> str:
    """A noun without the «ل» that leads to it; `had`: and without «أن» before what it did."""
    grammar = phrasing.grammar
    if not text.startswith(grammar.to):
        return text
    text = unled(text, grammar, glue.shares) if text.startswith(grammar.to_article) else text[1:]
    that = next((word for word in words(text)[:_NEAR] if word.folded in phrasing.speech.that), None) if had else None
    return text if that is None else text[: that.start] + text[that.end :].lstrip()


def unled(text: str, grammar: Grammar, shares: Callable[[str], bool], *, definite: bool = False) -> str:
    """A noun phrase without the preposition glued to its article: «بالغارة», «للقوات»; «للجنة» has a letter of its own.

    Args:
        shares: whether the preposition took a letter of the word's article.
        definite: whether a noun of that letter has an article too, which the letters do not show («للجنة التي …»).
    """
    if text.startswith(grammar.to_article):
        if shares(text.split(maxsplit=1)[0]):
            return grammar.article[0][:1] + text[1:]
        return (grammar.article[0] if definite else "") + text[1:]
    led = tuple(by + article for by in grammar.by for article in grammar.article)
    return text[1:] if text.startswith(led) else text


def _without_clitic(text: str, run: Sequence[Word], phrasing: Phrasing, glued: Mapping[str, bool]) -> str:
    """The text without the «و», «ف» or «ب» glued to its first word; letters of the word itself stay."""
    first = run[0].folded
    letter = first[:1] if len(first) > 2 else ""
    opener = phrasing.speech.openers.at(run, 0)
    noun = opener is not None and opener.concept == "content" and opener.clitic > 0
    tells = noun or any(
        hit is not None and hit.clitic == 1
        for hit in (phrasing.topics.deeds.at(run, 0), phrasing.speech.verbs.at(run, 0))
    )
    hamza = text[run[0].start + 1 : run[0].start + 2] in phrasing.grammar.true_and
    known = hamza or glued.get(first, not phrasing.clauses.keeps_first_letter(first))
    joined = letter in phrasing.grammar.and_ and known
    resumed = letter in phrasing.grammar.then and glued.get(first, False)
    if joined or resumed or (letter in (*phrasing.grammar.then, *phrasing.grammar.by) and tells):
        skip = letters_to_skip(text[run[0].start : run[0].end], 1)
        return text[run[0].start + skip :]
    return text


def without_end(text: str, phrasing: Phrasing) -> str:
    """The text without the words at its end that lead on to what it does not tell: «القبض على»."""
    while (run := words(text)) and len(run) > 1 and _trails(text, run[-1], phrasing):
        text = text[: run[-1].span.start].rstrip(EDGES)
    return text


def _trails(text: str, last: Word, phrasing: Phrasing) -> bool:
    """The word leads on to what is not told: «إلى», but not «آلي», which folds to the same."""
    apart = last.folded not in phrasing.titles.trails_apart or text[: last.start].rstrip().endswith(COMMAS)
    return apart and last.folded in phrasing.titles.trails and not _is_dotted(text, last, phrasing)


def _is_dotted(text: str, word: Word, phrasing: Phrasing) -> bool:
    return word.folded in phrasing.titles.undotted and text[: word.end].endswith(phrasing.titles.dotted)
