"""From a project's statements and a photo's map to its measures: what window and command line share. Torch-free."""
