"""`waqai export [QUERY] [--from PATH…] --format F [-o FILE]`: the timeline as a document or as data."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.shared.arguments import query_and_source
from tui.commands.shared.context import OK, USAGE, Context, counted
from tui.commands.shared.output import put
from tui.commands.shared.select import Selected, select

if TYPE_CHECKING:
    from timeline_core.export.scope import Scoped
    from timeline_core.timeline import Timeline
    from timeline_core.view.teller import Teller


TABLES = ("csv", "acled")
"""What spreadsheets read."""
DOCUMENTS = ("markdown", "brief", "html", "ics", "timelinejs", "kml")
"""What people read."""


def configure(parser: ArgumentParser) -> None:
    """QUERY, reports, form, file, and what is left out."""
    from timeline_core.export import EXPORTERS

    query_and_source(parser)
    parser.add_argument(
        "--format",
        choices=sorted(EXPORTERS),
        help=f"one of {', '.join(sorted(EXPORTERS))}; else as the name of the file ends",
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="stands above a document, in place of “Timeline”")
    parser.add_argument(
        "--in",
        dest="language",
        type=_language,
        metavar="LANG",
        help="of the document: en, ar, or with a region for its months (ar-EG); else that of the screen",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there, in one piece, in place of standard output")
    parser.add_argument(
        "--bom",
        choices=("on", "off"),
        help="a byte order mark before it, which Excel on Windows needs; else on for a table in a file",
    )
    parser.add_argument(
        "--everything", action="store_true", help="the whole timeline, rejected events too; no QUERY may be given"
    )
    parser.add_argument(
        "--redact", action="append", default=[], metavar="TAG", help="leave out events with this tag, as with sensitive"
    )
    parser.add_argument(
        "--unredacted", action="store_true", help="leave nothing out, not even what is tagged sensitive"
    )


def run(options: Namespace, context: Context) -> int:
    """Write the document; where nothing could be read there is none to write."""
    from timeline_core.export import EXPORTERS

    if wrong := _contradiction(options):
        context.tell(wrong)
        return USAGE
    chosen = select(options, context)
    if chosen.code != OK and not chosen.timeline.reports:
        context.tell("nothing could be read, so nothing is exported")
        return chosen.code
    options.format = _format(options)
    timeline, scope = found = _scoped(chosen, options, context)
    text = EXPORTERS[options.format](timeline, _teller(options, context), scope)
    mark = "\ufeff" if _marked(options) else ""
    whole = mark + text if text.endswith("\n") else f"{mark}{text}\n"
    put(whole, options.output, context, chosen.timeline.reports, closed=options.unredacted)
    _tell(found, options, context)
    return chosen.code


def _marked(options: Namespace) -> bool:
    """Excel on Windows takes a table without the mark for anything but UTF-8; a script stumbles on it."""
    asked: str | None = options.bom
    return asked == "on" if asked else options.format in TABLES and options.output not in (None, "-")


def _teller(options: Namespace, context: Context) -> Teller:
    """What people read is in the language of their screen, what programs read in English, unless one is asked for."""
    from seeds.load import knowledge
    from tui.commands.shared.select import teller
    from tui.commands.shared.terminal import wanted
    from tui.i18n import speech

    language = options.language
    if not language and options.format in DOCUMENTS:
        settings = wanted(context).settings
        language = settings.language if settings is not None else "auto"
    made = teller(knowledge(), speech.of(language or "en", context.environment))
    return replace(made, title=" ".join(options.title.split()))


def _language(text: str) -> str:
    from tui.i18n import speech

    if not speech.known(text):
        raise ArgumentTypeError(f"«{text}» is no language of Waqai; write {', '.join(speech.LANGUAGES)} or ar-EG")
    return text


def _format(options: Namespace) -> str | None:
    """The one that is asked for, else the one of the file's name; None where neither says it."""
    from timeline_core.export import format_of

    asked: str | None = options.format
    return asked or (format_of(Path(options.output).name) if options.output else None)


def _contradiction(options: Namespace) -> str:
    from timeline_core.export import SUFFIXES

    if _format(options) is None:
        return f"no format is asked for: --format, or -o with a name that ends in one of {' '.join(SUFFIXES)}"
    if options.everything and options.query:
        return "--everything and a QUERY contradict each other; leave out one of them"
    if options.unredacted and options.redact:
        return "--redact and --unredacted contradict each other; leave out one of them"
    return ""


def _scoped(chosen: Selected, options: Namespace, context: Context) -> Scoped:
    from timeline_core.export.scope import SENSITIVE, Asked, scoped

    tags = () if options.unredacted else tuple(dict.fromkeys((SENSITIVE, *options.redact)))
    made = context.today.isoformat()
    asked = Asked(chosen.query, options.everything, chosen.rejected, tags, made, chosen.log)
    return scoped(chosen.whole, chosen.timeline, asked)


def _tell(found: Scoped, options: Namespace, context: Context) -> None:
    """What was written where, and what was left out: nothing is silently cut."""
    from timeline_core.export import LEFT_OUT, MAPS

    timeline, scope = found
    if scope.rejected:
        context.tell(f"{counted(scope.rejected, 'rejected event')} left out; --everything takes them in")
    if scope.redacted:
        tags = ", ".join(scope.tags)
        context.tell(f"{counted(scope.redacted, 'event')} redacted ({tags}); --unredacted takes them in")
    if out := len(LEFT_OUT[options.format](timeline)) if options.format in LEFT_OUT else 0:
        context.tell(
            f"{counted(out, 'event')} left out: {options.format} has no place for what has no such date or kind"
        )
    if options.format in MAPS:
        _tell_places(timeline, context)
    if options.output:
        count = counted(len(timeline.events) + len(timeline.undated), "event")
        context.tell(f"{count} of {counted(len(timeline.reports), 'report')} written to {options.output}")


def _tell_places(timeline: Timeline, context: Context) -> None:
    """What a map cannot show: it is in the file, without a point."""
    from timeline_core.export.located import without_point

    nowhere, unknown = without_point(timeline)
    if nowhere:
        context.tell(f"{counted(nowhere, 'event')} without a place: in the file, without a point")
    if unknown:
        context.tell(
            f"{counted(unknown, 'event')} at a place whose coordinates are not known: in the file, without a point; "
            "«waqai places import» takes coordinates of your own"
        )
