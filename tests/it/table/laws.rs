//! Laws of reading tables.
