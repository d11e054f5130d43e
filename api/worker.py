"""What granian loads in each of its processes."""

import gc
import multiprocessing
import signal

from flask import Flask

from api.app import create_app
from api.launch import die_with

FEWER_COLLECTIONS = 20_000  # objects made before the youngest are looked through


def create() -> Flask:
    """The app, in a process that does not outlive the server."""
    parent = multiprocessing.parent_process()
    if parent and parent.pid:
        die_with(parent.pid, signal.SIGKILL)
    app = create_app()
    _leave_in_peace()
    return app


def _leave_in_peace() -> None:
    """What the app is made of stays for good: the collector need not walk it with each request."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(FEWER_COLLECTIONS)
