"""What is known of a folder of photos: tags, the audit log (also the undo history), roles, predictions."""
