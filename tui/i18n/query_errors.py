"""Explains errors of a filter line in the language of the screen."""

from __future__ import annotations

from timeline_core.errors import QueryError, TimelineError
from tui.i18n.speech import later, say

QUERY = (
    later("«{said}»: nothing stands behind it"),
    later("«{said}»: nothing stands behind it; put the name right behind the colon, with no blank"),
    later("no {field} is called «{said}»; did you mean «{near}»?"),
    later("no {field} is called «{said}»; there are {known}"),
    later("«{said}» is no value of {field}:; did you mean «{near}»?"),
    later("«{said}» is no value of {field}:; there are {known}"),
    later("«{said}» is nothing that can be compared with a number; did you mean «{near}»?"),
    later("«{said}» is nothing that can be compared with a number; there are {known}"),
    later("«{said}»: a number stands there, as in killed>5, killed:5 or killed:5..9"),
    later("«{said}»: a pattern ends with / as it begins"),
    later("«{said}»: a pattern has at most {number} letters"),
    later("«{said}»: no pattern: {why}"),
    later("«{said}»: this pattern takes too long; fewer * and + in it, or letters around them"),
    later(
        "«{said}»: this pattern takes too long over all that is searched; fewer * and + in it, or letters around them"
    ),
    later("«{said}:» is no field; did you mean «{near}»?"),
    later("«{said}:» is no field; there are {known}"),
    later(
        "«{said}»: «{number}» is no year of four figures; a date of several words stands in quotes: "
        '{start}"10 February 2023"'
    ),
    later('«{said}»: near: takes a place and kilometres, in quotes: near:"Idlib 30km"'),
    later("«{place}» is no town that Waqai can find; near: takes a town, and place: a governorate or country"),
    later("«{said}»: no date can be read there; 2023-02-10, 2023-02 or “10 February 2023” are"),
)
"""The messages of `timeline_core.view.query`, `sought` and `nearby`, as the core has them."""


def explain(error: TimelineError) -> str:
    """The error for a person."""
    return say(error.template, **error.values) if isinstance(error, QueryError) else str(error)
