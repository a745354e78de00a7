"""Thai text: digits, dates, normalising, codes, line breaks."""
