"""Files of the body in a state: one module per format, each with one ``WRITER``."""
