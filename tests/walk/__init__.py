"""A user who does anything at all, seeded: ``python -m tests.walk [--actions N] [--seed S]``."""
