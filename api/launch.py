"""Starts a program that ends with whoever started it: `python launch.py PARENT PROGRAM …`.

On Linux the kernel sees to it, also after kill -9; elsewhere this process stays and watches.
A file of its own, without imports from here, so that it starts in milliseconds.
"""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time

PR_SET_PDEATHSIG = 1
INTERVAL = 0.5


def die_with(parent: int, sign: signal.Signals) -> None:
    """This process gets `sign` as soon as its parent is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sign)
    else:
        watcher = threading.Thread(target=watch, args=(parent, sign), daemon=True)
        watcher.start()
    if os.getppid() != parent:  # it was gone before we asked
        os.kill(os.getpid(), sign)


def watch(parent: int, sign: signal.Signals) -> None:
    while os.getppid() == parent:
        time.sleep(INTERVAL)
    os.kill(os.getpid(), sign)


def _run_and_watch(parent: int, command: list[str]) -> int:
    with subprocess.Popen(command) as child:  # noqa: S603 - our own binary
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        watcher = threading.Thread(target=watch, args=(parent, signal.SIGTERM), daemon=True)
        watcher.start()
        return child.wait()


def main(parent: int, command: list[str]) -> int:
    if sys.platform != "linux":
        return _run_and_watch(parent, command)
    die_with(parent, signal.SIGTERM)
    return os.execv(command[0], command)  # noqa: S606 - our own binary


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
