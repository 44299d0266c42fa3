//! The rooms keep their walls.
