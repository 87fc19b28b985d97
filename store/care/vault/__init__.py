"""Locking a library: keys, the encrypted file, and the way there and back (DESIGN.md section 8)."""
