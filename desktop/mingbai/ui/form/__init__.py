"""A form: the fields of a register, each with its editor and what may be meant offered below it."""
