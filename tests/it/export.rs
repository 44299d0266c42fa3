//! Every format, word for word, and read back.
