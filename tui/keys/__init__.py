"""Keys, their table and their bindings."""
