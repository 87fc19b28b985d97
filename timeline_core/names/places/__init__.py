"""Places that no gazetteer holds, and states by a description: by the words beside them."""
