"""The widget on which the body is looked at and clicked."""
