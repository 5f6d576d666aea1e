"""Questionnaires as XLSForm, the spreadsheet that other form tools read and write: out, and in with a dry run."""
