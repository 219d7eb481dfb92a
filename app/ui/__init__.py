"""The window: widgets that show the session and change it. They never call each other."""
