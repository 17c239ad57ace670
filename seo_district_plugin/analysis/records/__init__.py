"""Records of registers and public files: what they are, what their cells mean, where they lie."""
