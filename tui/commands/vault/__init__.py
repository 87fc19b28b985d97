"""Locking and opening a library, and asking for its passphrase."""
