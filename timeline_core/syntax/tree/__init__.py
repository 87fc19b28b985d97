"""The levels of the parse above single words: groups, paired marks, predicates, links, arguments, dates, factuality."""
