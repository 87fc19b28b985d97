"""Quoted posts: the line that signs one gives the day of the saying, and above it stands what was said.

«— Name (@account) February 15, 2023» below a block of quoted words.

Source:
    How newsrooms embed posts: text, then author, account and date (oEmbed markup of X).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline_core.events.draft_builder import Drafter
from timeline_core.events.report_reading import Paragraph, Reading
from timeline_core.events.scenes.wording import content_words, plain_words
from timeline_core.events.titles.length import shortened
from timeline_core.events.trees import Trees
from timeline_core.model.actor_role import ActorRole, joined_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import Tree


def quoted_post(
    reading: Reading,
    drafter: Drafter,
    signed: Sentence,
    line: Paragraph,
    above: Paragraph | None,
    told: Sequence[Draft],
    trees: Trees,
) -> Draft | None:
    """The statement that a line signs; None where no day or no words stand by it.

    Args:
        reading: of the report.
        drafter: of the report.
        signed: the line, as a sentence.
        line: its paragraph.
        above: the paragraph above it.
        told: what the report has told up to there, in order.
        trees: of its sentences.
    """
    inside = reading.expressions_in(line.span)
    if not inside or above is None:
        return None
    text, expression, span = reading.report.text, inside[0], signed.span_of(signed.whole)
    author = text[span.start : expression.span.start].lstrip("—–- >").split("(")[0].strip(" ,،")
    recent = takewhile(lambda draft: draft.evidence[0].span.start >= above.span.start, reversed(told))
    posted = [draft for draft in reversed([*recent]) if above.span.covers(draft.evidence[0].span)]
    said = next((s for s in above.sentences if _says(trees.of(s))), above.sentences[0])
    words_said = drafter.title(said.span, said)
    authors = ((ActorRole.SPEAKER, id) for id in reading.names_in(span, ACTOR))
    about = ((ActorRole.OTHER, id) for id in reading.names_in(above.span, ACTOR))
    roles = joined_roles((*authors, *about))
    actors = tuple(dict.fromkeys(id for _, id in roles))
    role = drafter.role(signed, expression, actors)
    return Draft(
        report=reading.report.id,
        when=expression.when,
        kind=Kind.ANNOUNCEMENT,
        title=shortened(f"{author}: {words_said}" if author else words_said, above.phrasing),
        lang=above.phrasing.code,
        evidence=(drafter.evidence(span, role, expression),),
        actors=actors,
        roles=roles,
        places=reading.names_in(above.span, PLACE),
        persons=reading.persons(actors),
        figures=(),
        concepts=frozenset(hit.concept for sentence in above.sentences for hit in sentence.concepts),
        words=content_words(text, above.span, above.phrasing),
        wordings=(plain_words(reading, above.span, above.phrasing),),
        announces=tuple(draft.key for draft in posted),
    )


def _says(tree: Tree | None) -> bool:
    return tree is not None and any(one.speech for one in tree.predicates)
