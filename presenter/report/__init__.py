"""What the teacher sees when a lesson is over: the report of one session, and the lessons that were given before."""
