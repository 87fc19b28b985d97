"""The arguments that several verbs share, and the two shapes of a command line: `waqai PATH…` and `waqai VERB …`."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tui.commands.shared.context import Context
from tui.commands.verbs import VERBS, width

if TYPE_CHECKING:
    from timeline_core.model.when import When

BIDI_MODES = ("auto", "visual", "inverse", "words", "off")

_ABOUT = "Turn news reports, in Arabic and other languages, into one sourced timeline, and read it."
_EXCLUDED = re.compile(r"-(?:[a-z]+:|[\"«“]|[^\x00-\x7f]).*", re.DOTALL)
"""A part of a QUERY that excludes; no option looks like it."""


class Parser(ArgumentParser):
    """An argument parser whose errors end in what to do, and which takes no abbreviations."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def common(parser: ArgumentParser) -> None:
    """Options that are valid before and after any verb."""
    parser.add_argument("--library", metavar="DIR", help="the folder of the library (else WAQAI_LIBRARY, else XDG)")
    parser.add_argument(
        "--bidi",
        choices=BIDI_MODES,
        metavar="MODE",
        help=f"right-to-left text: {', '.join(BIDI_MODES)}; else WAQAI_BIDI, else the settings, else auto",
    )


def reader() -> Parser:
    """`waqai PATH…`: its help names every verb."""
    wide = width()
    lines = [f"  {verb.usage:{wide}}  {verb.summary}" for verb in VERBS.values()]
    epilog = "\n".join(["commands:", *lines, "", "A file that is named like a command is opened as ./list."])
    parser = Parser("waqai", _ABOUT, epilog)
    parser.usage = "waqai [PATH ...]\n       waqai COMMAND ..."
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="reports to read without keeping; without any, the library"
    )
    parser.add_argument("--version", action="store_true", help="show the version and leave")
    common(parser)
    about_reports(parser)
    return parser


def verb(name: str) -> Parser:
    """A parser for one verb, with the common options."""
    parser = Parser(f"waqai {name}", VERBS[name].summary[0].upper() + VERBS[name].summary[1:] + ".")
    common(parser)
    return parser


def about_reports(parser: ArgumentParser) -> None:
    """Metadata for all reports that have none of their own."""
    parser.add_argument(
        "--published", type=_when, metavar="DATE", help="when they were published, as 2023-02-16 or 2023-02"
    )
    parser.add_argument("--publisher", default="", metavar="NAME", help="who published them")
    parser.add_argument("--lang", type=_lang, metavar="CODE", help="their language, as ar or en")
    parser.add_argument(
        "--zone",
        type=_zone,
        metavar="ZONE",
        help="where stamps in UTC were written, as Asia/Damascus or +03:00",
    )
    parser.add_argument(
        "--map",
        type=_column,
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="the column of a table, or the key of JSON, that holds a field: --map text=Body --map published=Date;"
        " with --map when=Date each row is an event of that day",
    )
    parser.add_argument("--allow-private", action="store_true", help="fetch also from this machine and its network")


def query_and_source(parser: ArgumentParser) -> None:
    """QUERY, `--from` and the options for its reports."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="a filter line, as 'actor:sdf since:2022'")
    source(parser)
    parser.add_argument(
        "--brief", type=int, metavar="N", help="only the N most important events: many origins, later mentions, tolls"
    )


def source(parser: ArgumentParser) -> None:
    """`--from PATH…`: reports to use in place of the library."""
    parser.add_argument(
        "--from", dest="paths", nargs="+", metavar="PATH", help="use these reports in place of the library"
    )
    about_reports(parser)


def parse(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace:
    """Parse; words and options may stand in any order, and a QUERY may begin with `-kind:` to exclude."""
    shielded = [f" {word}" if _EXCLUDED.fullmatch(word) else word for word in arguments]
    return parser.parse_intermixed_args(shielded)


def split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Verb and remaining arguments; the verb is empty if the first word is none."""
    place = 0
    while place < len(arguments) and arguments[place].partition("=")[0] in ("--library", "--bidi"):
        place += 1 if "=" in arguments[place] else 2
    if place >= len(arguments) or arguments[place] not in VERBS:
        return "", list(arguments)
    return arguments[place], [*arguments[:place], *arguments[place + 1 :]]


def _when(text: str) -> When:
    from store.intake.metadata import published
    from store.intake.result import Refused

    try:
        return published(text)
    except Refused as error:
        raise ArgumentTypeError(f"«{text}» is no date; write it as 2023-02-16") from error


def _zone(text: str) -> str:
    from store.intake.moments import zone
    from store.intake.result import Refused

    try:
        zone(text)
    except Refused as error:
        raise ArgumentTypeError(str(error)) from error
    return text


def _column(text: str) -> tuple[str, str]:
    from store.intake.objects.records import MAPPED as OF_REPORTS
    from store.intake.tables.happenings import MAPPED

    field, _, column = text.partition("=")
    if field not in (*OF_REPORTS, *MAPPED) or not column:
        fields = ", ".join((*OF_REPORTS, *MAPPED))
        raise ArgumentTypeError(f"«{text}» is no FIELD=COLUMN; the fields are {fields}")
    return field, column


def _lang(text: str) -> str:
    from tui.commands.shared.of_reports.fields import WrongField, language

    try:
        return language(text)
    except WrongField as error:
        raise ArgumentTypeError(str(error)) from error


def action(words: Sequence[str], actions: Sequence[str], context: Context) -> tuple[str, Sequence[str]] | None:
    """The action of a verb that has several, and its words: `remove a-2` is («remove», [«a-2»]); nothing is the first.

    Returns:
        None where it is no action of the verb, which is told.
    """
    first, *rest = words or actions[:1]
    if first in actions:
        return first, rest
    near = get_close_matches(first, actions, 1)
    hint = f"did you mean «{near[0]}»?" if near else f"there are {', '.join(actions)}"
    context.tell(f"«{first}» is no action; {hint}")
    return None
