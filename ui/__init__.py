"""The window: asks the core, never storage."""
