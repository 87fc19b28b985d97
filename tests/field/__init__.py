"""Files that hold many moments, each kind with what is right for it."""
