"""The sheet of a gap."""
