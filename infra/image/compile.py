"""Compile modules to bytecode that is never checked again, taking from a cache what it has: CACHE MODULE...

The bytes depend on path, source and interpreter alone, so a cache can change nothing but the time that this takes.
"""

import hashlib
import importlib.util
import os
import py_compile
import shutil
import sys
import warnings
from pathlib import Path


def main() -> None:
    cache, *modules = map(Path, sys.argv[1:])
    cache.mkdir(parents=True, exist_ok=True)
    warnings.simplefilter("ignore")  # other people's escape sequences
    for module in modules:
        compile_module(module, cache)


def compile_module(module: Path, cache: Path) -> None:
    key = importlib.util.MAGIC_NUMBER + str(module).encode() + b"\0" + module.read_bytes()
    cached = cache / hashlib.sha256(key).hexdigest()
    target = Path(importlib.util.cache_from_source(str(module)))
    if cached.exists():
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(cached, target)
        return
    try:
        py_compile.compile(str(module), doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    except py_compile.PyCompileError:
        return  # a template that only looks like Python
    half = cached.with_suffix(f".{os.getpid()}")
    shutil.copyfile(target, half)
    half.replace(cached)  # another build may be writing the same


main()
