"""A scripted Matrix person: plain HTTP, no thread."""

import itertools
from typing import Any

from tests.lab.matrix_api import MatrixApi
from tests.lab.process import wait_until
from tests.lab.synapse import PASSWORD, ROOM, USER, Synapse, user_id


class MatrixBob:
    """Bob, or another account of the lab, who writes to alice and reads what she writes."""

    def __init__(self, server: Synapse, name: str = "bob") -> None:
        self.name = name
        self.room = server.rooms[name]
        self.api = MatrixApi.login(server.url, user_id(name), PASSWORD)
        self._room_for_all = server.rooms[ROOM]
        self._numbers = itertools.count(1)
        self._since = self.api.get("/sync")["next_batch"]

    def send(self, text: str, kind: str = "m.text") -> str:
        """Send one message to alice; its event id."""
        return self._send("m.room.message", {"msgtype": kind, "body": text})

    def reply(self, event: str, text: str) -> None:
        """Answer a message."""
        relation = {"m.in_reply_to": {"event_id": event}}
        content = {"msgtype": "m.text", "body": text, "m.relates_to": relation}
        self._send("m.room.message", content)

    def edit(self, event: str, text: str) -> None:
        """Change the words of a message of one's own."""
        said = {"msgtype": "m.text", "body": text}
        relation = {"rel_type": "m.replace", "event_id": event}
        shown = {"msgtype": "m.text", "body": f"* {text}"}
        self._send("m.room.message", {**shown, "m.new_content": said, "m.relates_to": relation})

    def react(self, event: str, sign: str) -> None:
        relation = {"rel_type": "m.annotation", "event_id": event, "key": sign}
        self._send("m.reaction", {"m.relates_to": relation})

    def rename(self, name: str) -> None:
        """Take another name, which the rooms show as a system line."""
        self.api.put(f"/profile/{user_id(self.name)}/displayname", {"displayname": name})

    def take_back(self, event: str) -> None:
        """Delete a message of one's own."""
        self.api.put(f"/rooms/{self.room}/redact/{event}/{next(self._numbers)}", {})

    def send_in_room(self, text: str) -> None:
        """Send one message to all who are in the room."""
        self.api.say(self._room_for_all, text, str(next(self._numbers)))

    def _send(self, kind: str, content: object) -> str:
        path = f"/rooms/{self.room}/send/{kind}/{next(self._numbers)}"
        return str(self.api.put(path, content)["event_id"])

    def received(self) -> list[str]:
        """The texts that alice wrote to this person since the log-in, oldest first."""
        path, texts, at = f"/rooms/{self.room}/messages", [], self._since
        while at:
            answer = self.api.get(path, dir="f", limit="100", **{"from": at})
            texts += [_text(event) for event in answer["chunk"] if _is_from_alice(event)]
            at = answer.get("end") if answer["chunk"] else None
        return texts

    def wait_for_received(self, count: int, timeout: float = 30) -> list[str]:
        """The texts received, as soon as there are `count` of them."""
        what = f"{self.name} to receive {count} messages"
        wait_until(lambda: len(self.received()) >= count, what, timeout)
        return self.received()


def _is_from_alice(event: Any) -> bool:
    return event["type"] == "m.room.message" and event["sender"] == user_id(USER)


def _text(event: Any) -> str:
    return str(event["content"].get("body"))
