"""Quality of a table of features: findings by registered checks, and a profile of each field."""
