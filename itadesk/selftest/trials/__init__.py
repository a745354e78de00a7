"""One module a trial; a module here with a TRIAL is run and reported."""
