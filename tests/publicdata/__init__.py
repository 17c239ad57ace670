"""Made-up files in every layout that the import knows, for tests and documentation."""
