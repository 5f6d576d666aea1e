"""Released figures as files: a spreadsheet, CSV, and SPSS. Like every page, they ask the release and nothing else."""
