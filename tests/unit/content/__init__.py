"""Tests of reading content."""
