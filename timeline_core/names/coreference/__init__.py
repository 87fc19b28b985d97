"""Coreference of names: definite nouns that stand for an organisation, a person or a place named elsewhere."""
