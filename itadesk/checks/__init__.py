"""Rules that find a mistake before the office prints, one module a rule."""
