"""Tries the Windows program where it is built: install, use, upgrade, uninstall, under Wine."""
