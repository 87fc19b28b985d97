"""`waqai story list|show|export|tell|write`: what was written of chosen events, and the way to a file of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from tui.commands.shared.arguments import action
from tui.commands.shared.context import FAILED, OK, USAGE, Context, counted
from tui.commands.shared.rows import FORMATS, document

if TYPE_CHECKING:
    from timeline_core.stories.story import Story
    from timeline_core.stories.told import Paragraph
    from tui.commands.stories.kept import KeptStories

_ACTIONS = ("list", "show", "export", "tell", "write")
_EPILOG = """actions:
  list                         every story: language, sentences, paragraphs of one's own, what has changed since
  show NAME                    its paragraphs, with their footnotes and what has changed
  export NAME --to FILE        a document, in the form that the name of the file ends in: {endings}
  tell NAME ID…                puts in a sentence of each of these events; a new name begins a story
  write NAME TEXT              puts in a paragraph of your own

In the reader the key S opens them. All of it are decisions: «waqai decide undo» takes one back, colleagues get them."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a story."""

    name: str
    lang: str
    sentences: int
    paragraphs: int
    """Of one's own."""
    changed: int
    """Sentences whose evidence has changed since they were accepted."""
    at: str
    """Moment of its last change."""


def configure(parser: ArgumentParser) -> None:
    """What to do, with which story."""
    from tui.draw.story.forms import FORMS

    parser.epilog = _EPILOG.format(endings=" ".join(FORMS))
    parser.add_argument(
        "words", nargs="*", metavar="ACTION", help=f"{', '.join(_ACTIONS)}, with the name of the story; else list"
    )
    parser.add_argument("--to", metavar="FILE", help="export: the file that is written")
    parser.add_argument("--in", dest="language", default="", metavar="LANG", help="tell: of a new story: en or ar")
    parser.add_argument("--who", metavar="NAME", help="who writes (else the name in the settings, else the login)")
    parser.add_argument("--format", choices=FORMATS, default="table", help=f"list: {', '.join(FORMATS)}")
    parser.set_defaults(paths=None)


def run(options: Namespace, context: Context) -> int:
    """Do it; a story that is not there is told."""
    asked = action(options.words, _ACTIONS, context)
    if asked is None:
        return USAGE
    stories = _stories(options, context)
    if stories is None:
        return FAILED
    name, words = asked
    if name == "list":
        return _list(stories, options, context)
    if not words:
        context.tell(f"name a story: waqai story {name} NAME")
        return USAGE
    try:
        return _DOES[name](stories, words[0], words[1:], options, context)
    except TimelineError as error:
        context.tell(str(error))
        return FAILED


def _stories(options: Namespace, context: Context) -> KeptStories | None:
    """Those of the library; None where there is none."""
    from seeds.load import knowledge
    from tui.commands.shared import person
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import library, tell_missing
    from tui.commands.shared.progress import Reading
    from tui.commands.stories.kept import Ground, KeptStories

    found = library(context) if context.folder.exists() else None
    if found is None:
        tell_missing(context)
        return None
    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    ground = Ground(timeline, knowledge(), found.decisions, found.foreign, found.collected)
    return KeptStories(lambda: ground, lambda: options.who or person.name(), context.today)


def _list(stories: KeptStories, options: Namespace, context: Context) -> int:
    from tui.commands.shared.output import put
    from tui.commands.shared.terminal import put_lines

    rows = [_row(one, stories) for one in stories.stories()]
    if options.format != "table":
        put(document(rows, Row, options.format, "stories"), None, context)
        return OK
    put_lines(map(_line, rows), context)
    if not rows:
        context.tell("there is no story yet; S in the reader begins one, and so does «waqai story tell NAME ID…»")
    return OK


def _row(story: Story, stories: KeptStories) -> Row:
    sentences = sum(part.target is not None for part in story.parts)
    stale = stories.told(story.name).stale
    return Row(story.name, story.lang, sentences, len(story.parts) - sentences, stale, story.at)


def _line(row: Row) -> str:
    own = f" · {counted(row.paragraphs, 'paragraph')} of one's own" if row.paragraphs else ""
    changed = f" · {row.changed:,} changed" if row.changed else ""
    return f"{row.name} · {row.lang} · {counted(row.sentences, 'sentence')}{own}{changed}"


def _show(stories: KeptStories, name: str, words: Sequence[str], options: Namespace, context: Context) -> int:
    from tui.commands.shared.terminal import put_lines

    del options
    if words or not _is_there(stories, name, context):
        return USAGE if words else FAILED
    told = stories.told(name)
    put_lines((line for one in told.paragraphs for line in _paragraph(one, stories)), context)
    return OK


def _paragraph(one: Paragraph, stories: KeptStories) -> Iterator[str]:
    tell = stories.teller("en")
    marks = "".join(f" [{number}]" for number in one.numbers)
    yield f"{one.part.text}{marks}"
    if one.changes:
        yield f"  changed: {'; '.join(change.told(tell) for change in one.changes)}"
    for number, note in zip(one.numbers, one.notes, strict=True):
        yield f"  [{number}] {'; '.join((*note.source, f'«{note.quote}»', *note.remarks))}"
    yield ""


def _export(stories: KeptStories, name: str, words: Sequence[str], options: Namespace, context: Context) -> int:
    if words or not options.to:
        context.tell("name the file: waqai story export NAME --to FILE")
        return USAGE
    if not _is_there(stories, name, context):
        return FAILED
    context.tell(stories.export(name, Path(options.to)))
    return OK


def _tell(stories: KeptStories, name: str, words: Sequence[str], options: Namespace, context: Context) -> int:
    """Put in the events of these ids."""
    events = [stories.event(id) for id in words]
    stories.begin(name, options.language or "en", events)
    context.tell(f"{counted(len(events), 'sentence')} told in «{name}»")
    return OK


def _write(stories: KeptStories, name: str, words: Sequence[str], options: Namespace, context: Context) -> int:
    from timeline_core.stories import editing

    del options
    if not _is_there(stories, name, context):
        return FAILED
    stories.edit(name, lambda told, _, __: editing.write(told.story, " ".join(words)))
    context.tell(f"written in «{name}»")
    return OK


def _is_there(stories: KeptStories, name: str, context: Context) -> bool:
    if stories.story(name) is None:
        context.tell(f"there is no story «{name}»; «waqai story» lists them")
    return stories.story(name) is not None


_DOES: Mapping[str, Callable[[KeptStories, str, Sequence[str], Namespace, Context], int]] = {
    "show": _show,
    "export": _export,
    "tell": _tell,
    "write": _write,
}
