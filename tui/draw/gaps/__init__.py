"""Draws what could fall into a gap."""
