"""Siting studies: a question of where to open sites, answered with its proof, its price and what each site gains."""
