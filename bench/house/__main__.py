"""`python -m bench.house`."""

from bench.house.command import house

if __name__ == "__main__":
    house()
