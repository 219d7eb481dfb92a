"""Draws the diagrams from the measured body: silhouettes, shading, fibres, and what lies in front of what. No Qt."""
