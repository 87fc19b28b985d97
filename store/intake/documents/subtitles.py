"""Subtitles (SubRip `.srt`, WebVTT `.vtt`): what is said, without numbers and times, as one report.

A sentence goes on from one caption to the next; where nobody speaks for a while, or a caption ends a sentence, a line
ends. Captions that roll repeat the line before, which is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from store.intake.found import Found, Item, Reader, Source
from store.intake.result import Notice, Refused
from store.intake.text.decode import decode

_TIMES = re.compile(
    r"\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s+-->\s+(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3}).*",
    re.ASCII,
)
_TAG = re.compile(r"<[^<>\n]{0,100}>|\{\\[^{}\n]{1,100}\}")
_SOUND = re.compile(r"[\[(♪#][^\[\]()]*[\])♪#]:?|[♪#]+")
"""What is heard and not said: "[Music]", «(تصفيق)»."""
_TURN = re.compile(r"(?:-|–|—|>>+)\s*(?=\S)")
"""Before the words of who speaks next."""
_PAUSE = 3.0
"""Seconds after which a new line begins."""
_ENDS = (".", "!", "?", "؟", "…", "۔", "。")


def read(source: Source, _: Reader) -> Iterator[Item]:
    """The one report of a film.

    Raises:
        Refused: it holds no captions.
    """
    decoded = decode(source.content, source.declared)
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    text = "\n".join(_joined(_captions(decoded.text)))
    if not text.strip():
        raise Refused("holds no subtitles", "check what it is")
    yield Found(source.path, source.content, text)


def _captions(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Beginning, end and lines of each; what stands before the first is the head of the file."""
    times: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        found = _TIMES.fullmatch(line)
        if found is not None:
            if times is not None and lines:
                yield *times, lines[:-1] if lines[-1].strip().isdecimal() else lines
            times, lines = (_seconds(found, 1), _seconds(found, 5)), []
        elif not line.strip():
            if times is not None and lines:
                yield *times, lines
            times, lines = None, []
        elif times is not None:
            lines.append(line)


def _seconds(found: re.Match[str], first: int) -> float:
    hours, minutes, seconds, rest = (found[first + place] for place in range(4))
    return 3600 * int(hours or 0) + 60 * int(minutes) + int(seconds) + int(rest) / 1000


def _joined(captions: Iterator[tuple[float, float, list[str]]]) -> Iterator[str]:
    said, last, ended = "", [""], 0.0
    for begun, end, raw in captions:
        lines = [words for line in raw if (words := " ".join(unescape(_TAG.sub("", line)).split()))]
        for line in lines:
            if line in last or _SOUND.fullmatch(line):
                continue
            turn = _TURN.match(line)
            if said and (begun - ended > _PAUSE or said.endswith(_ENDS) or turn):
                yield said
                said = ""
            said = f"{said} {line[turn.end() if turn else 0 :]}".strip()
        last, ended = lines or last, end
    if said:
        yield said
