"""Qt models: thin views of frozen records, one file each."""
