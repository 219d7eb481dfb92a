"""YAML files of strangers and of our own become an Atlas and a list of problems. No Qt."""
