"""The command line, apart from what joins it to storage and window."""
