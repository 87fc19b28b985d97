"""Kinds of files that hold reports among other things: one module a kind, each with `read(source, inner)`."""
