//! One service: what it does, and what it refuses.
