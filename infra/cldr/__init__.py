"""Tables of the library that are taken from the Unicode CLDR by Babel, with additions of our own."""
