"""The window *Nog aanvullen*: what a lesson still misses, slide by slide, and the way lessons come into the app."""
