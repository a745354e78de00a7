"""Documents: a form turns records into blocks, a writer turns blocks into a file."""
