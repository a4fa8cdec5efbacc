"""The certificate counter: cards that answer, the slip, the note that is kept, the requests of today."""
