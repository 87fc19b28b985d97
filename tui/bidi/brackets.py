"""Paired brackets (rule N0) and mirrored glyphs (rule L4).

Source:
    BidiBrackets.txt and BidiMirroring.txt of Unicode 15; the 66 mirrored pairs which `bidi.mirror` lacks stand below.
"""

from __future__ import annotations

import re

from bidi.mirror import MIRRORED

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
    "\u2329\u232a"
)
_MORE_MIRRORED = (
    "221F2BFE 222029A3 2221299B 222229A0 22242AEE 2245224C 22B827DC 27CB27CD 29A429A5 29A829A9 29AA29AB 29AC29AD "
    "29AE29AF 29E829E9 2A7B2A7C 2A852A86 2A872A88 2A892A8A 2A8D2A8E 2A8F2A90 2A9D2A9E 2A9F2AA0 2AB12AB2 2AB52AB6 "
    "2AB72AB8 2AB92ABA 2AC72AC8 2AC92ACA 2ACB2ACC 2E552E56 2E572E58 2E592E5A 2E5B2E5C"
)
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
_DEEPEST = 63

CLOSES = {opening: _SAME.get(closing, closing) for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
"""Opening bracket → its closing one, canonical equivalents made one (BD14 to BD16); 64 pairs."""

BRACKETS = re.compile("[" + re.escape(_PAIRS) + "]")

MIRRORS: dict[str, str] = dict(MIRRORED)
"""Character → the one that looks like its mirror image."""
for _pair in _MORE_MIRRORED.split():
    _left, _right = chr(int(_pair[:4], 16)), chr(int(_pair[4:], 16))
    MIRRORS[_left], MIRRORS[_right] = _right, _left

_AS_STRONG = str.maketrans("EN", "RR")


def pairs_of(chars: str, classes: str) -> list[tuple[int, int]]:
    """Bracket pairs of one isolating run sequence (BD16), by position of the opening bracket.

    Args:
        classes: after the weak rules; only brackets still `O` take part.
    """
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in BRACKETS.finditer(chars):
        place, char = match.start(), match.group()
        if classes[place] != "O":
            continue
        if char in CLOSES:
            if len(waiting) == _DEEPEST:
                break
            waiting.append((CLOSES[char], place))
            continue
        char = _SAME.get(char, char)
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == char:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(found)


def resolve_pairs(chars: str, before: str, classes: str, embedding: str, sos: str) -> str:
    """The classes once paired brackets have theirs: the brackets of «(قسد)» run with what they enclose (rule N0).

    Args:
        before: the classes ahead of rule W1, where marks are still `M`.
        embedding: `L` or `R`, the direction of the level.
        sos: `L` or `R`, what stands before the sequence.
    """
    pairs = pairs_of(chars, classes)
    if not pairs:
        return classes
    strong = bytearray(classes.translate(_AS_STRONG), "ascii")
    own = embedding.encode()
    other = b"R" if embedding == "L" else b"L"
    result = list(classes)
    for opening, closing in pairs:
        if strong.find(own, opening + 1, closing) >= 0:
            direction = embedding
        elif strong.find(other, opening + 1, closing) < 0:
            continue
        else:
            direction = _strong_before(strong, opening, sos)
        for place in (opening, closing):
            _turn(place, direction, before, strong, result)
    return "".join(result)


def _strong_before(strong: bytearray, place: int, sos: str) -> str:
    left, right = strong.rfind(b"L", 0, place), strong.rfind(b"R", 0, place)
    if left == right:
        return sos
    return "L" if left > right else "R"


def _turn(place: int, direction: str, before: str, strong: bytearray, result: list[str]) -> None:
    """Give a bracket a direction, and the same to the marks that stand on it."""
    end = place + 1
    while end < len(before) and before[end] == "M":
        end += 1
    result[place:end] = direction * (end - place)
    strong[place:end] = direction.encode() * (end - place)
