"""Tests of the package that moves the measured body."""
