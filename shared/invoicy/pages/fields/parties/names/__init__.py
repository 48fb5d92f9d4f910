"""Names printed on the pages: at labels of parties, in lines, and at places where letters print a party."""
