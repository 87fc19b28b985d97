"""Lines in the order in which they are seen, from left to right, as PDF files hold them: put into the order of reading.

A line is turned only where its words read like Arabic backwards, by the article, the letters that only end a word, and
the commonest words; most documents keep to one order, so a line that tells nothing goes with the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_RIGHT = re.compile(f"[\u05d0-\u05ea{ARABIC}]")
_LEFT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_GARBLED = 0.2
"""Of the words; «بـReuters» is one now and then."""
_MARKS = "\u064b-\u0652\u0670"
_NUMBER = "[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*"
_LATIN = r"[@#]?[A-Za-z\u00c0-\u024f\u0370-\u052f](?:[\w.&'’:/@+-]*[A-Za-z0-9\u00c0-\u024f\u0370-\u052f])?"
_READ_LEFT = re.compile(rf"(?:{_NUMBER} )?{_LATIN}(?:[.,]? (?:{_LATIN}|{_NUMBER}))*|{_NUMBER}", re.ASCII)
"""What keeps its order within a line that is turned: Latin words with the numbers among them, and single numbers."""
_RIGHT_RUN = re.compile(f"[\u05d0-\u05ea{ARABIC}](?:[^A-Za-z\u00c0-\u024f]*[\u05d0-\u05ea{ARABIC}{_MARKS}])?")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_FREQUENT = "في من على إلى عن أن إن كان كانت هذا هذه التي الذي بعد قبل بين كما قال وقال عام يوم خلال مع"
_COMMON = frozenset(_FREQUENT.split())
_SURE = 3
"""Signs that a line needs to be taken for an exception of its document."""
_MUCH = 2
"""Times as many Latin letters as Arabic ones, of a line that is read from the left."""
_ONLY_LAST = frozenset("ةى")
_STOPS = frozenset(".،؛؟!:,;")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_JOINED_ON = "".join(
    letter
    for letter in map(chr, range(0xFB50, 0xFEFD))
    if unicodedata.decomposition(letter).startswith(("<initial>", "<medial>"))
)
_TORN = re.compile(f"([{_JOINED_ON}])((?: *[{_MARKS}])*) +(?=[{ARABIC}])")
"""A letter that is drawn joined to the next, and a blank behind it: an artefact of the mark above."""
_LONE_ALEF = re.compile(f"(?<![{ARABIC}{_MARKS}])([وفبك]?ا) +(?=ل[{ARABIC}])")
"""Alef is no word: it is the article's, and the blank behind it only the space between two signs."""


def is_visual(lines: Iterable[str]) -> bool:
    """Whether most of the lines that tell are in the order in which they are seen."""
    return sum(map(_backwards, lines)) > 0


def logical(lines: Sequence[str], *, visual: bool) -> list[str]:
    """The lines in the order of reading, in plain letters.

    Args:
        visual: what is thought of a line that does not tell by itself.
    """
    return [plain(_turned(line)) if _to_be_turned(line, visual) else plain(line) for line in lines]


def is_garbled(text: str) -> bool:
    """Whether many of the Arabic words hold letters of another script, which no word does: they stand for others."""
    words = [word for word in _LETTERS.findall(text) if _RIGHT.search(word)]
    return sum(_LEFT.search(word) is not None for word in words) > _GARBLED * len(words)


def plain(line: str) -> str:
    """Letters for the forms that they take within a word, without blanks that a vowel mark tore into it."""
    line = _TORN.sub(lambda torn: torn[1] + torn[2].replace(" ", ""), line)
    line = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), line)
    line = _LONE_ALEF.sub(r"\1", re.sub(f" +(?=[{_MARKS}])", "", line))
    return unicodedata.normalize("NFC", line)


def turned_ligature(letters: str) -> str:
    """The letters that one sign stands for, reversed, so that turning the line puts them right."""
    return letters[::-1] if len(letters) > 1 and all(_RIGHT.match(letter) for letter in letters) else letters


def _to_be_turned(line: str, visual: bool) -> bool:
    if not _RIGHT.search(line):
        return False
    verdict = _backwards(line)
    return verdict > -_SURE if visual else verdict >= _SURE


def _backwards(line: str) -> int:
    """Above 0 where the words of a line make sense from right to left, below 0 where they do as they stand."""
    if not _RIGHT.search(line):
        return 0
    return _sense(plain(line[::-1])) - _sense(plain(line))


def _sense(line: str) -> int:
    words: list[str] = _WORD.findall(line)
    ends = sum((word[-1] in _ONLY_LAST) - sum(letter in _ONLY_LAST for letter in word[:-1]) for word in words)
    articles = sum(word.startswith(("ال", "وال", "بال")) for word in words)
    return ends + articles + 2 * sum(word in _COMMON for word in words)


def _turned(line: str) -> str:
    """The line turned round; in one that is read from the left, only the Arabic is turned."""
    if _begins_left(line.strip()):
        return _RIGHT_RUN.sub(lambda run: _from_the_right(run[0]), line)
    return _from_the_right(line)


def _begins_left(line: str) -> bool:
    """True for a line that is read from the left: by the side of its full stop, else by its letters."""
    if line[0] in _STOPS or line[-1] in _STOPS:
        return line[0] not in _STOPS
    return len(_LEFT.findall(line)) > _MUCH * len(_RIGHT.findall(line))


def _from_the_right(line: str) -> str:
    pieces: list[str] = []
    end = len(line)
    for run in reversed(list(_READ_LEFT.finditer(line))):
        pieces += [line[run.end() : end][::-1].translate(_MIRROR), run[0]]
        end = run.start()
    pieces.append(line[:end][::-1].translate(_MIRROR))
    return _opened("".join(pieces))


def _opened(line: str) -> str:
    """The line with its brackets mirrored, where they would only close: some programs have mirrored them already."""
    mirrored = line.translate(_MIRROR)
    return mirrored if _closes_first(line) and not _closes_first(mirrored) else line


def _closes_first(line: str) -> bool:
    depth = 0
    for sign in line:
        depth += (sign in "([{«") - (sign in ")]}»")
        if depth < 0:
            return True
    return depth > 0
