"""The certificate counter: which certificate someone means, from two signs, initials or a whole story."""
