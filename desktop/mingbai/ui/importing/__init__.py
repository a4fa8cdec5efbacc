"""The parts of the import page: the first rows with where their columns go, and what would come of it."""
