"""Why no event is made of what a date dates: one sentence for the screen, the commands and whoever translates them."""

from __future__ import annotations

from collections.abc import Mapping

from timeline_core.model.verdict import Limit
from tui.i18n.speech import later

LIMITS: Mapping[str, str] = {
    Limit.NEGATIVE: later("«{words}», but it is told not to have happened"),
    Limit.DENIED: later("«{words}», but it is denied"),
    Limit.PLANNED: later("«{words}», but it was planned, and may not have happened"),
    Limit.WANTED: later("«{words}», but it was only wanted"),
    Limit.SUPPOSED: later("«{words}», but it is only supposed"),
    Limit.CONDITIONAL: later("«{words}», but it is a condition"),
    Limit.ASKED: later("«{words}», but it is asked, or was called off"),
    Limit.OPEN: later("«{words}», but its words leave open which day is meant"),
    Limit.MEASURE: later("«{words}», but the date only measures: a bound, a deadline, or what is compared"),
    Limit.THIN: later("«{words}», but the words beside it tell too little"),
    Limit.FINER: later("«{words}», but another date says the day of the same words more closely"),
    Limit.PART: later("«{words}», as the end of a stretch"),
    Limit.STATE: later("«{words}», but it tells a state, and nothing that happened"),
}
"""Limit -> the words that are dated, and why that is no event: "«may come», but it is only supposed"."""
