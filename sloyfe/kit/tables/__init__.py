"""Tables out of files that anybody may have made; see `reading`. What opens the file runs in a process of its own."""
