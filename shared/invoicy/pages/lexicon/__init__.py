"""The words of labels, folded, in all languages. A new language is one file in data/labels."""
