"""The pure core of Waqai: reports in, one sourced timeline out. No file, clock, thread, network or terminal."""
