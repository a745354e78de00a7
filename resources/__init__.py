"""What ships beside the program: fonts, catalogues, word lists, icons, help."""

from pathlib import Path

ROOT = Path(__file__).parent
