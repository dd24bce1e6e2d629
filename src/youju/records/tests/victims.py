"""What the sandbox is tried with."""

import os
import sys
import time
from pathlib import Path


def echo(request):
    return request


def refuse(request):
    raise ValueError(request["text"])


def hoard(request):
    return len(bytearray(2 * 1024**3))


def spin(request):
    while True:
        pass


def sleep(request):
    time.sleep(60)


def write(request):
    Path("written").write_bytes(bytes(request["megabytes"] * 1024 * 1024))


def bounds(request):
    import resource

    return resource.getrlimit(resource.RLIMIT_CPU)


def crash(request):
    os.abort()


def environment(request):
    return list(os.environ)


def loaded(request):
    return sorted(name for name in sys.modules if name.startswith(("youju", "django")))
