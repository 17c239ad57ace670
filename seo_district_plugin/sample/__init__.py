"""Made-up districts: synthetic layers as frames and arrays, deterministic, with known truth. Nothing in them is "
"real."""
