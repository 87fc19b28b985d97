"""Blocks, heads, and what counts from them."""
