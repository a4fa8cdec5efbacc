"""汇总: what villages hand in, added up for a street or county."""
