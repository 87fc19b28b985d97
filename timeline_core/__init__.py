"""The pure core of Waqai: reports in, one sourced timeline out. No file, clock, thread, network or terminal."""

__version__ = "0.1.0"
"""Of Waqai as a whole."""

__path__ += [f"{folder}/former" for folder in __path__]
"""The public paths of version 0.1 (`timeline_core.when`…) lie there for one release; none of ours asks for them."""
