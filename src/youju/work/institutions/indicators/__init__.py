"""Figures of this line of work, by topic."""
