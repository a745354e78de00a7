"""Frozen records of the domain; rules over them are pure functions elsewhere."""
