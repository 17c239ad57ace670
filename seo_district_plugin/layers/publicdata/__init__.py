"""Public data files as they are downloaded: found, opened, read row by row."""
