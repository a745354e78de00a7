"""Parts of documents that several forms are put together from."""
