"""Interfaces through which the screen reaches store, core and clock."""
