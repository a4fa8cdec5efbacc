"""The quick-add line: one typed line becomes an entry."""
