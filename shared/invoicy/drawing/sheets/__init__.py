"""The parts of a sheet: header, page and legend, or the blocks of an e-invoice."""
