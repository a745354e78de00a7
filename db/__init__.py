"""SQLite storage of an office's file; returns records of itadesk.model."""
