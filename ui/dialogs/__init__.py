"""Dialogs; each is opened by its `ask`."""
