"""What the panel says: pure functions from what is known and chosen to a page of blocks. No Qt, no HTML."""
