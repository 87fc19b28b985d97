"""Data that is bundled: what languages say, actors and places known by name, the sample dossier. `load` reads it."""
