"""A scripted XMPP person: a slixmpp client in a thread of its own."""

import asyncio
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self

import slixmpp

from tests.lab.process import HOST, wait_until
from tests.lab.prosody_data import PASSWORD, ROOM, jid

# The lab has no TLS: these let slixmpp log in over loopback without it.
SASL = {"unencrypted_plain": True, "unencrypted_scram": True}


class XmppBob:
    """Bob, or another account of the lab, who writes to alice and notes what she writes.

    `received` holds the texts of the messages sent to this person, oldest first.
    """

    def __init__(self, port: int, name: str = "bob", to: str = "alice") -> None:
        self.name = name
        self.to = to
        self.received: list[str] = []
        self._port = port
        self._in_room = False
        self._online = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=f"xmpp-{name}", daemon=True)
        self._thread.start()
        wait_until(self._online.is_set, f"{name} to log in at the XMPP server")

    def send(self, text: str) -> None:
        """Send one message; returns when it is handed to the connection."""
        self._call(self._client.send_message, mto=jid(self.to), mbody=text, mtype="chat")

    def send_in_room(self, text: str) -> None:
        """Join the room, which the first one opens, and send one message to all who are in it."""
        if not self._in_room:
            self._await(self._client.plugin["xep_0045"].join_muc_wait(ROOM, self.name))
            self._in_room = True
        self._call(self._client.send_message, mto=ROOM, mbody=text, mtype="groupchat")

    def wait_for_received(self, count: int, timeout: float = 30) -> list[str]:
        """The texts received, as soon as there are `count` of them."""
        what = f"{self.name} to receive {count} messages"
        wait_until(lambda: len(self.received) >= count, what, timeout)
        return list(self.received)

    def close(self) -> None:
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._log_out(), self._loop).result(10)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._client = self._make_client()
        self._client.connect(HOST, self._port)
        self._loop.run_forever()
        self._loop.run_until_complete(self._end_tasks())
        self._loop.close()

    async def _end_tasks(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _make_client(self) -> slixmpp.ClientXMPP:
        config = {"feature_mechanisms": SASL}
        client = slixmpp.ClientXMPP(jid(self.name), PASSWORD, plugin_config=config)
        client.register_plugin("xep_0045")
        client.enable_starttls = False
        client.enable_direct_tls = False
        client.enable_plaintext = True
        client.add_event_handler("session_start", self._on_start)
        client.add_event_handler("message", self._on_message)
        return client

    async def _on_start(self, _event: Any) -> None:
        await self._client.get_roster()
        self._client.send_presence()
        self._online.set()

    def _on_message(self, message: slixmpp.Message) -> None:
        if message["type"] == "chat" and message["body"]:
            self.received.append(str(message["body"]))

    async def _log_out(self) -> None:
        await self._client.disconnect()

    def _call(self, function: Any, **arguments: Any) -> None:
        async def call() -> None:
            function(**arguments)

        self._await(call())

    def _await(self, work: Coroutine[Any, Any, Any]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)
