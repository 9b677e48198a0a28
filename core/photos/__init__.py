"""Photos on disk: pixels, folders, metadata, identity, masks beside them, thumbnails.

Import the modules you need; this package itself stays empty, so that listing a folder loads no image library.
"""
