"""The teacher's window on the laptop: what the class sees, what only the teacher sees, and the buttons."""
