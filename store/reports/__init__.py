"""Reports on the disk: shards, original texts."""
