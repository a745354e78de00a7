"""Typesets content blocks as PDF."""
