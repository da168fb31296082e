"""Programs that make what the project keeps; nothing here runs when it is used."""
