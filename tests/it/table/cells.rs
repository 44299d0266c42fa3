//! Single cells: what each mark, name and note says.
