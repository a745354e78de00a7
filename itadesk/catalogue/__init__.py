"""Reads, validates and edits catalogue files."""
