"""What speaks against an entry: each family of reasons in a module of its own, all asked by `families.judge`."""
