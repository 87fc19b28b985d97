"""Time: what is known of the time that a date means, without reading its words."""

from __future__ import annotations

from timeline_core.model.once import cached_property
from timeline_core.syntax.tree.values import Group


class Time:
    """The time of one date."""

    def __init__(self, group: Group) -> None:
        self.group = group

    @cached_property
    def is_day(self) -> bool:
        """It is a day, or less; no month or year."""
        return any("day" in unit.marks for unit in self.group.units)

    @cached_property
    def is_today(self) -> bool:
        """It is the day of the report («اليوم»)."""
        return any("today" in unit.marks for unit in self.group.units)

    @cached_property
    def is_spoken(self) -> bool:
        """It is the "today" of somebody who is quoted."""
        return any("spoken" in unit.marks for unit in self.group.units)

    @cached_property
    def is_near(self) -> bool:
        """It is a day, or a time told from the day of the report ("last month")."""
        return self.is_day or any("near" in unit.marks for unit in self.group.units)

    @cached_property
    def is_ahead(self) -> bool:
        """It lies ahead of the report."""
        return any("ahead" in unit.marks for unit in self.group.units)

    @cached_property
    def is_open(self) -> bool:
        """Whether it lies before the report or ahead of it, its words do not say («الاثنين»)."""
        return any("open" in unit.marks for unit in self.group.units)

    @cached_property
    def is_bare(self) -> bool:
        """No word for a month or year opens it: «2014», «أيار»."""
        return any("bare" in unit.marks for unit in self.group.units)

    @cached_property
    def is_stretch(self) -> bool:
        """It goes from one time to another."""
        return any("stretch" in unit.marks for unit in self.group.units)

    @cached_property
    def is_year(self) -> bool:
        """It is a year, or a part of one that has a name: «الربع الأول»."""
        return any("year" in unit.marks for unit in self.group.units)

    @cached_property
    def is_same(self) -> bool:
        """It is the same part of another time: «الفترة نفسها من العام الماضي»."""
        return any("same" in unit.marks for unit in self.group.units)
