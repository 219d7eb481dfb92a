"""Moves the measured body: from a posture to where each of its parts stands, how long each muscle is, and drawings that follow.

numpy and no Qt. Body frame: mm, x to the subject's left, y up, z forward, origin on the floor between the feet, stature 1750.
"""
