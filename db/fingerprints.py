"""What the tables of every released version look like, so that a file that was altered is known.

A new step adds a line; `tests/db/test_migrations.py` says which. Older lines never change.
"""

from __future__ import annotations

FINGERPRINTS = (
    "94e0e51779b85ca872ca94338605155cd64e2fb0666ae94b32a00002944b7aa2",  # m001_first_tables
    "d1d1122601c5f9ef007875ec5f429896b4dc16086b926f1f47836d6dc5a2a0bb",  # m002_documents
    "7ca8796583bb871ce33eb866b70f493d74cb3aeb83d563185834f8007d64c166",  # m003_oit
    "326ae6dc66dbbe66df204d74b8c7fd6b50ca3aa26e0ce7fe5580c7f86affcc79",  # m004_files
    "03b4fdd439c956477e10773a20cc28fd8d535dafcab0ee48c9f19c2362d9bd5d",  # m005_desk
    "61c786e29bea6e53dd5670528594c875216ae617473233d89959f358e77f682a",  # m006_unit_sheets
    "c8a11aedea9a7dbf27aafd79f1d5f915371dbc20abc21254f727aef5b58f828e",  # m007_province
    "ec2cf646a1fd85ceade1139a85cc531963b14c755942e2beeb21e5e45b94c887",  # m008_round_counts
    "9130045709c312a3200d45d5d91d303347fe4d8efa12002f40e64a63313df50b",  # m009_answers
)
