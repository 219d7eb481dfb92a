"""Plumbline: a desktop anatomy explorer for posture and muscle pain."""

__version__ = "0.1.0"
