"""Commands of the project: build, translate, checks. Run from the repository root by the Makefile."""
