"""The reasoning: from what is chosen to each muscle's state, each with its reasons. Standard library only."""
