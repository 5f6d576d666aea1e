"""The stage: plays surveys through and lays out what a reader with every right sees, apart from the truth."""
