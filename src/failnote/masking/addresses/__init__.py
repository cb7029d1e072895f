"""Addresses: streets and postcodes, as people of one country write them."""
