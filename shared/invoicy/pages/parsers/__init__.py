"""From text to values: amounts, dates, currencies, identifiers, references, names."""
