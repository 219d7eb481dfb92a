"""The window, clicked and typed through as a person would."""
