"""The parts of a sheet: header, page and legend, or the values of an e-invoice."""
