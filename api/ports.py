"""Whether an address is free to listen on."""

import socket
import sys
import time
from contextlib import suppress

from api.config import ConfigError

PATIENCE = 2.0  # seconds; the workers of a killed server need a moment to go


def claim(host: str, port: int) -> socket.socket | None:
    """Checks that nobody listens there, and keeps a second start from checking at the same
    time: granian's listeners would quietly share the port. Raises ConfigError.

    The claim lasts as long as the socket that is returned (Linux; elsewhere None).
    """
    held = _hold(port)
    end = time.monotonic() + PATIENCE
    while not _free(host, port):
        if time.monotonic() > end:
            raise in_use(port)
        time.sleep(0.05)
    return held


def in_use(port: int) -> ConfigError:
    return ConfigError(f"Port {port} is in use. Stop what listens there, or set PORT to another.")


def _hold(port: int) -> socket.socket | None:
    if sys.platform != "linux":
        return None
    held = socket.socket(socket.AF_UNIX)
    end = time.monotonic() + PATIENCE
    while True:
        with suppress(OSError):
            held.bind(f"\0toward-port-{port}")
            return held
        if time.monotonic() > end:
            held.close()
            raise in_use(port)
        time.sleep(0.05)


def _free(host: str, port: int) -> bool:
    """A plain bind: one that shares the port would always succeed."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror as error:
        raise ConfigError(f"HOST {host!r} is no address of this machine.") from error
    except PermissionError as error:
        raise ConfigError(f"Port {port} is not for this user. Set PORT above 1023.") from error
    except OSError as error:
        if error.errno == 99:  # EADDRNOTAVAIL
            raise ConfigError(f"HOST {host!r} is no address of this machine.") from error
        return False
    return True
