"""`ActorRole`: what an actor is to a happening, by the slot of the predicate in which it stands.

Source:
    Thematic roles (Fillmore 1968; PropBank's Arg0 and Arg1), as far as an analyst codes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias


class ActorRole(StrEnum):
    """Who did it, to whom, who says so. In «قال المرصد إن الجيش قصف قوات قسد» the army is agent, the SDF patient."""

    AGENT = "agent"
    PATIENT = "patient"
    SPEAKER = "speaker"
    """Of an announcement or denial: who speaks."""
    SOURCE = "source"
    """Of what happened: who is named as saying so («بحسب المرصد», "medics said"); it has no part in the happening."""
    OTHER = "other"
    """It is named in the clause, in none of these slots: "against", "with", whom a statement is about."""


Roles: TypeAlias = tuple[tuple[ActorRole, str], ...]
"""Role and id of an actor, in order of first mention; an actor may have two."""


def joined_roles(roles: Iterable[tuple[ActorRole, str]]) -> Roles:
    """Each once, and `other` only of whom none has a better one."""
    every = tuple(dict.fromkeys(roles))
    better = {id for role, id in every if role is not ActorRole.OTHER}
    return tuple((role, id) for role, id in every if role is not ActorRole.OTHER or id not in better)


def taking_part(roles: Roles) -> tuple[str, ...]:
    """Ids of those who have a part in the happening: all but its sources."""
    return tuple(dict.fromkeys(id for role, id in roles if role is not ActorRole.SOURCE))


def in_roles(roles: Roles, *wanted: ActorRole) -> tuple[str, ...]:
    """Ids of the actors in one of these roles, each once."""
    return tuple(dict.fromkeys(id for role, id in roles if role in wanted))


def roles_among(roles: Roles, actors: Iterable[str]) -> Roles:
    """The roles of just these actors, who were put there by hand; one that had none is `other`. Sources stay."""
    wanted = tuple(dict.fromkeys(actors))
    kept = [(role, id) for role, id in roles if id in wanted or role is ActorRole.SOURCE]
    return joined_roles((*kept, *((ActorRole.OTHER, id) for id in wanted)))


AGENT, PATIENT, BY, OTHER = "agent", "patient", "by", "other"
GROUPS = {
    AGENT: (ActorRole.AGENT,),
    PATIENT: (ActorRole.PATIENT,),
    BY: (ActorRole.SPEAKER, ActorRole.SOURCE),
    OTHER: (ActorRole.OTHER,),
}
"""Under what actors are shown and asked for: who did it, to whom, who says so, who else is named."""


def grouped(roles: Roles, actors: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The name of each group that has somebody, with the ids; an actor without any role is `other`."""
    known = {id for _, id in roles}
    every = (*roles, *((ActorRole.OTHER, id) for id in actors if id not in known))
    found = ((name, in_roles(every, *wanted)) for name, wanted in GROUPS.items())
    return tuple((name, ids) for name, ids in found if ids)
