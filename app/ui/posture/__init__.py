"""The posture panel: sliders for the joints, and what they do to angles and muscles."""
