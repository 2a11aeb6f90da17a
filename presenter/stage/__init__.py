"""The stage: pure functions from a slide and the room's state to a painted picture."""
