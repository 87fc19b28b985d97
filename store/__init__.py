"""The library on disk, and the reading of files. TinyDB lives here and nowhere else."""
