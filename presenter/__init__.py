"""The teacher's app: the projector, the console and the windows around them. The only package that knows Qt."""
