"""The part of the reader that opens a gap."""
