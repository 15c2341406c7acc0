//! JSON in and out (ECMA-262 §25.5): JSON.parse in full, and JSON.stringify of plain data.
