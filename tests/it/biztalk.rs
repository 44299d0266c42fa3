//! The built-in chart against what is published, written down here a second time.
