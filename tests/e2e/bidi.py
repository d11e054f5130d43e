"""WebDriver BiDi, as Firefox speaks it without a driver beside it: one connection, one call at
a time. https://w3c.github.io/webdriver-bidi/"""

import json
from itertools import count
from typing import Any

from websockets.sync.client import ClientConnection

ANSWER_S = 60


class Bidi:
    """Calls over an open connection; events are left unread."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = count(1)

    def call(self, method: str, **params: Any) -> Any:
        """The result of one command; AssertionError with the browser's own words if it fails."""
        number = next(self._ids)
        message = {"id": number, "method": method, "params": params}
        self._connection.send(json.dumps(message))
        answer = json.loads(self._connection.recv(ANSWER_S))
        while answer.get("id") != number:
            answer = json.loads(self._connection.recv(ANSWER_S))
        assert answer["type"] == "success", (method, answer["error"], answer["message"])
        return answer["result"]

    def evaluate(self, context: str, expression: str) -> Any:
        """The value of an expression in a page, as JSON carries it; promises are awaited."""
        asked = f"(async () => JSON.stringify(await ({expression})) ?? null)()"
        target = {"context": context}
        answer = self.call("script.evaluate", expression=asked, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def has(self, context: str, selector: str) -> bool:
        """Whether the page holds an element now."""
        found = f"document.querySelector({json.dumps(selector)}) !== null"
        return bool(self.evaluate(context, found))

    def contexts(self, scope: str = "content") -> dict[str, str]:
        """Addresses of the open tabs by their context; scope `chrome`: the browser's windows."""
        tree = self.call("browsingContext.getTree", maxDepth=0, **{"moz:scope": scope})
        return {one["context"]: one["url"] for one in tree["contexts"]}

    def type(self, context: str, text: str) -> None:
        """Real keys, where the focus is."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        actions = [{"type": "key", "id": "keyboard", "actions": keys}]
        self.call("input.performActions", context=context, actions=actions)
