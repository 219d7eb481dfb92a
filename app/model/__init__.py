"""What the product knows, as frozen values: anatomy, patterns, referrals, their sources. Standard library only."""
