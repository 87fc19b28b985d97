"""From bytes to text, without changing a letter: no newline is translated, only a byte order mark is taken off."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from store.intake import signature
from store.intake.result import REPORT_LIMIT, Refused, too_large
from store.intake.text import charset

_MARKED = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_CAREFREE = re.compile(r"|ascii|us-ascii|(?:iso-?8859-?|latin-?)1|iso-8859-15|(?:windows-|cp)1252", re.IGNORECASE)
"""Declared by programs that do not know better, and fit for any bytes: believed after the words themselves."""
_SAVE = "save it as UTF-8 text"
_LETTERS = re.compile(
    r"ascii|iso8859_\d+|cp\d+|koi8_[rtu]|mac_\w+|kz1048|ptcp154|tis_620|hp_roman8|utf_(?:8|16|32)(?:_sig|_[bl]e)?"
    r"|gb2312|gbk|gb18030|hz|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|johab"
)
"""Codecs that give letters for bytes. Python has others, which run escapes or take time quadratic in the text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a word to the user where it was not plain UTF-8."""

    text: str
    notice: str = ""


def decode(content: bytes, declared: str = "", limit: int = REPORT_LIMIT) -> Decoded:
    """The text of one report's bytes.

    Args:
        declared: the encoding that the file itself names, if any; believed only where it is not UTF-8.

    Raises:
        Refused: empty, too large, a known kind of binary file, or bytes that read like words in no encoding.
    """
    if len(content) > limit:
        raise too_large(len(content), limit)
    if not content.strip():
        raise Refused("is empty", "put the text of a report into it")
    signature.check(content)
    decoded = _marked(content) or _unmarked(content) or _utf8(content) or _other(content, declared)
    decoded = _mended(decoded)
    if not decoded.text.strip():
        raise Refused("is empty but for white space", "put the text of a report into it")
    if len(decoded.text) - len(_CONTROLS.sub("", decoded.text)) > 0.05 * len(decoded.text):
        raise Refused("is binary: much of it is control characters", _SAVE)
    return decoded


def _mended(decoded: Decoded) -> Decoded:
    """The text, mended where it was read in the wrong encoding before it was saved."""
    from store.intake.text import mojibake

    found = mojibake.mended(decoded.text) if not decoded.notice else decoded.text
    if found != decoded.text:
        return Decoded(found, "its letters were UTF-8 that was read as something else; they are mended")
    arabic = mojibake.of_arabic(decoded.text) if not decoded.notice else None
    if arabic is not None:
        return Decoded(arabic.text, f"its letters were {arabic.name} that was read as something else; they are mended")
    return decoded


def _marked(content: bytes) -> Decoded | None:
    for mark, codec, name in _MARKED:
        if content.startswith(mark):
            try:
                text = content[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise Refused(f"begins like {name} but byte {error.start + len(mark)} is not", _SAVE) from error
            return Decoded(text, "" if name == "UTF-8" else f"read as {name}")
    return None


def _unmarked(content: bytes) -> Decoded | None:
    found = charset.unmarked(content) if b"\0" in content else None
    return Decoded(found.text, f"not UTF-8; read as {found.name}") if found is not None else None


def _utf8(content: bytes) -> Decoded | None:
    """None when it is not UTF-8 at all; a text that is UTF-8 but for a few bytes is refused."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise _binary() from error
        _refuse_broken_utf8(content, error)
        return None
    if "\0" in text:
        raise _binary()
    return Decoded(text)


def _binary() -> Refused:
    return Refused("is binary: it holds NUL bytes", f"{_SAVE} (UTF-16 is read where it begins with its mark)")


def _refuse_broken_utf8(content: bytes, error: UnicodeDecodeError) -> None:
    """In another encoding hardly any byte would pass for UTF-8; where most do, guessing would give mojibake."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    right = sum(letter > "\x7f" for letter in text) - broken
    if right > 2 * broken:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(f"is UTF-8 with broken bytes (the first is byte {error.start}, in line {line})", _SAVE) from error


def _other(content: bytes, declared: str) -> Decoded:
    found = charset.read(content) if _CAREFREE.fullmatch(declared) else None
    if declared and found is None:
        text = _said(content, declared)
        if text is not None:
            return Decoded(text, f"read as {declared}, as it says itself")
    found = found or charset.read(content)
    if found is None:
        raise Refused("is not UTF-8, and reads like words in no other encoding", _SAVE)
    return Decoded(found.text, f"not UTF-8; read as {found.name}")


def _said(content: bytes, declared: str) -> str | None:
    """The text in the encoding that is declared; None where that is none, or not the right one."""
    try:
        codec = codecs.lookup(declared)
        return codec.decode(content)[0] if _LETTERS.fullmatch(codec.name.replace("-", "_")) else None
    except (UnicodeError, LookupError, ValueError):
        return None
