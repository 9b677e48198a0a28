"""What helps whoever helps: versions, settings and log, without photos and without the names of people's folders."""
