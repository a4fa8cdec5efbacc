"""What deserves a flag and why; reading a pasted notice; likeness; hours. Pure functions."""
