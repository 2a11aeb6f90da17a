"""How a lesson begins: for which class, at which slide, or where it stood. Asks the teacher; decides nothing."""
