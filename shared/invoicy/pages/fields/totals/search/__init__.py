"""The search for net, VAT and gross that add up."""
