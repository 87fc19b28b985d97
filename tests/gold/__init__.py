"""Dossiers with what a careful analyst draws from them."""
