"""The one session that all parts of the window share."""
