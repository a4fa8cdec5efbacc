"""The steps by which a ledger of any age becomes one of today, each frozen, in a module of its own."""
