"""The sample ledger, chapter by chapter; `sample.write_sample` writes the whole."""
