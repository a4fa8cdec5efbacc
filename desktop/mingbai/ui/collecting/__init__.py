"""The parts of the page on which a street or county collects."""
