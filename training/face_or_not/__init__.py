"""The second look at what a detector takes for a face."""
