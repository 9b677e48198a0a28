"""One module a subcommand: ``configure`` declares its arguments, ``run`` calls core and returns the exit code.

Importing one is cheap: torch and the image libraries are imported where they are needed.
"""
