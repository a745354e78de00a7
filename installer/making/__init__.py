"""Makes the Windows program from locked parts; `python -m installer.making`, see ../README.md."""
