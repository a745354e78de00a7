"""One module a trial that needs Qt; they run in the window's thread."""
