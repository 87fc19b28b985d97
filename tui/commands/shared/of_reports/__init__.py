"""Reports as a whole: the list of all of them, and what a person may say of one."""
