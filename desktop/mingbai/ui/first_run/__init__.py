"""The first minutes: who and where, the duty list, and where to begin."""
