"""The connection doctor: why phones do not come in, and what a teacher can do about it."""
