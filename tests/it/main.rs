//! Tests on the host: charts, laws, tidy, readme.
