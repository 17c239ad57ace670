"""Learning from places: models of where something happens, checked in space and honest about where they hold."""
