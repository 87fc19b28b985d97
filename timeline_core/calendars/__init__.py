"""Calendars: counting in Gregorian and in Hijri days."""
