"""The verbs of the command line. A verb's module is loaded when it is called, so that none slows another down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One line of the help."""

    module: str
    usage: str
    summary: str


VERBS: dict[str, Verb] = {
    "add": Verb("add", "add PATH…", "keep reports in the library"),
    "watch": Verb("watch", "watch FOLDER [--once]", "keep reports that appear in a folder, as they appear"),
    "list": Verb("listing", "list [QUERY] [--from PATH…]", "the timeline, an event a line"),
    "dates": Verb("dates", "dates [PATH…]", "the words that denote time, with values and reasons"),
    "parse": Verb("parse", "parse [PATH…]", "sentences as trees: who did what to whom, and what each date dates"),
    "names": Verb("names", "names [PATH…]", "persons, places and organisations, with their offsets"),
    "export": Verb("export", "export [QUERY] [--from PATH…] --format F", "the timeline as a document or as data"),
    "matrix": Verb("matrix", "matrix ROW COLUMN [QUERY]", "who when, who where, who with whom: counts of events"),
    "show": Verb("show", "show ID [--from PATH…]", "everything that is known of one event"),
    "reports": Verb("reports", "reports list|set ID …|remove ID", "what the library holds, and how to mend it"),
    "decide": Verb("decide", "decide ID… accept|reject|date D|…", "a decision about an event, from a script"),
    "news": Verb("story.news", "news [--seen] [--format F]", "what is new in the library since you looked last"),
    "pairs": Verb("story.pairs", "pairs [--from PATH…] [--format F]", "which events may be one, for you to decide"),
    "story": Verb("stories.verb", "story list|show NAME|export NAME --to FILE", "what you wrote of chosen events"),
    "actors": Verb("who.actors", "actors list|merge A B|rename A N|…", "who acts, and who is one, nobody or another"),
    "places": Verb("who.places", "places list|merge A B|rename A N|…", "the same of places"),
    "library": Verb(
        "library", "library verify|backup|restore|…", "check, keep safe and join libraries; who decided what"
    ),
    "serve": Verb("serve", "serve [PATH…] [--port N]", "the reader in a web browser of this machine"),
    "locate": Verb("locate", "locate library|config|cache", "where things are kept"),
    "completion": Verb("completion", "completion bash|zsh|fish", "a script that completes what is typed in a shell"),
    "man": Verb("man", "man", "the manual page: waqai man | man -l -"),
    "about": Verb("about", "about", "the version, and whose data is in it, with its licence"),
    "doctor": Verb("doctor", "doctor [--plain]", "what this terminal can do; choose how Arabic is drawn in it"),
}


def width() -> int:
    """Characters of the longest usage."""
    return max(len(verb.usage) for verb in VERBS.values())
