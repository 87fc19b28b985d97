"""Names that no list knows: persons and bodies, one id a name whatever the script."""
