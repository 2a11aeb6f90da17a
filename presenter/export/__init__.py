"""Slides on paper: a lesson as a PDF or as pictures, painted by the stage. It needs no window and no room."""
