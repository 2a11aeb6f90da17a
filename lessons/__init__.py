"""Lessons: the model, the file format, the samples. No Qt, no network, no event loop."""
