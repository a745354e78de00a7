"""The exchange workbook out and in."""
