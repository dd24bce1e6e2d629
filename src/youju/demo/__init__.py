"""The demo: one made-up town through one year, entered through the writing door as its people would.

Nothing here is real: names, ID numbers and phones are drawn by a seeded generator, the county code in the
ID numbers does not exist. The same seed gives the same town.
"""
