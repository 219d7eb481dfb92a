"""Diagrams: SVG files with the ids and classes of the contract, read into typed shapes. No Qt."""
