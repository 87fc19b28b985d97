"""A noun with a clause that tells of it, composed anew as the statement that it makes."""
