"""`Knowledge`: what is known of languages and of the world; all that the core needs beside the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_core.concepts import Concepts
from timeline_core.lexicon.language_of import Signs
from timeline_core.lexicon.outline_words import OutlineWords
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.name_words import Naming
from timeline_core.names.world.table import World
from timeline_core.syntax.parse import Parser
from timeline_core.temporal.grammar.language import Language
from timeline_core.temporal.rest_days import RestDays


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Languages and phrasings by code, names by id, and the table of what can be told."""

    languages: Mapping[str, Language]
    phrasings: Mapping[str, Phrasing]
    gazetteer: Gazetteer
    naming: Naming
    concepts: Concepts
    signs: Signs
    outline: OutlineWords = field(default_factory=OutlineWords)
    rest_days: RestDays = field(default_factory=RestDays)
    """Which days of the week are its end, by state."""
    parsers: Mapping[str, Parser] = field(default_factory=dict)
    """Of the languages that have a grammar and a lexicon of verbs."""
    world: World = field(default_factory=World)
    """The populated places of the world."""
