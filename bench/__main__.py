"""`python -m bench` lists the benches, `python -m bench NAME` starts a bench."""

from bench.command import bench

if __name__ == "__main__":
    bench(prog_name="python -m bench")
