//! The JSON format: what is read, and what each error says.
