"""Group 4: flood and snow, and the models that learn from places."""
