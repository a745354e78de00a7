"""Documents by id, one module a form."""
