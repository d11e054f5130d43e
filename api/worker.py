"""What granian loads in each of its processes."""

import multiprocessing
import signal

from flask import Flask

from api.app import create_app
from api.launch import die_with


def create() -> Flask:
    """The app, in a process that does not outlive the server."""
    parent = multiprocessing.parent_process()
    if parent and parent.pid:
        die_with(parent.pid, signal.SIGKILL)
    return create_app()
