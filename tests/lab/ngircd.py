"""ngIRCd: an IRC server on loopback."""

import os
from string import Template

from tests.lab.install import HERE, debian_program
from tests.lab.process import Server

AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


class Ngircd(Server):
    """An IRC server for scripted people and for The Lounge, at 127.0.0.1:`port`, no TLS."""

    name = "ngircd"

    def prepare(self) -> None:
        template = Template((HERE / "ngircd.conf").read_text())
        (self.folder / "ngircd.conf").write_text(template.substitute(port=self.port))
        self.folder.chmod(0o755)

    def command(self) -> list[str]:
        config = str(self.folder / "ngircd.conf")
        return [debian_program("ngircd"), "--nodaemon", "--config", config]

    def prefix(self) -> list[str]:
        # As root it would become nobody by itself, which undoes the kernel's order to end it
        # with its parent: so it starts as nobody.
        return AS_NOBODY if os.geteuid() == 0 else []
