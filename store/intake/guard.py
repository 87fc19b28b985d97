"""Between Waqai and the libraries that read documents: what they lack and what they stumble over becomes a refusal."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from store.intake.result import Refused

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import inside it what a pip extra of Waqai brings.

    Raises:
        Refused: it is not installed; the remedy names the extra.
    """
    try:
        yield
    except ImportError as error:
        raise Refused(
            f"is {what}, and what reads it is not installed", f"install it: pip install 'waqai[{name}]'"
        ) from error


@contextmanager
def parsing(what: str, remedy: str) -> Iterator[None]:
    """Call a library inside it: broken bytes make them raise what they never promised, and warn.

    Raises:
        Refused: whatever went wrong, but for the want of memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (Refused, MemoryError):
        raise
    except Exception as error:
        raise Refused(f"is {what} that is broken ({type(error).__name__})", remedy) from error


def plain(text: str) -> str:
    """A text that a library took out of a document: lines end in a line feed, and it holds characters only."""
    return _UNFIT.sub("", _BREAKS.sub("\n", text))


def paragraphs(text: str) -> str:
    """As `plain`, without blanks at the ends of lines, and never more than one empty line in a row."""
    lines = [line.strip(" \t\xa0") for line in plain(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
