"""The extension's real popup, spoken to over the DevTools protocol: Playwright sees no popups."""

import base64
import json
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import BrowserContext, Page

from tests.lab.process import wait_until


class Popup:
    """A context manager; closes with the block."""

    def __init__(self, context: BrowserContext, page: Page, own: Page) -> None:
        self._page = page
        self._own = own
        self._cdp = context.new_cdp_session(page)
        self._ids = count(1)
        self._answers: dict[int, Any] = {}
        self._session = ""

    def __enter__(self) -> Self:
        self._own.evaluate("() => chrome.action.openPopup()")
        wait_until(lambda: self._target() is not None, "the popup to open")
        self._cdp.on("Target.receivedMessageFromTarget", self._received)
        target = {"targetId": self._target(), "flatten": False}
        self._session = self._cdp.send("Target.attachToTarget", target)["sessionId"]
        self.wait_for("#root *")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        target = self._target()
        if target:
            self._cdp.send("Target.closeTarget", {"targetId": target})
            wait_until(lambda: self._target() is None, "the popup to close")
        self._cdp.detach()

    def evaluate(self, expression: str) -> Any:
        """The value of an expression; promises are awaited, and it counts as the person's act."""
        options = {"awaitPromise": True, "returnByValue": True, "userGesture": True}
        result = self._call("Runtime.evaluate", {"expression": expression, **options})
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def text(self) -> str:
        return str(self.evaluate("document.body.innerText"))

    def has(self, selector: str) -> bool:
        return bool(self.evaluate(f"document.querySelector({json.dumps(selector)}) !== null"))

    def wait_for(self, selector: str) -> None:
        wait_until(lambda: self.has(selector), f"{selector} in the popup")

    def click(self, selector: str) -> None:
        self.wait_for(selector)
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def click_if_there(self, selector: str, then: str = "*") -> None:
        """Click, and wait for what comes next; nothing happens where the step was made before."""
        if self.has(selector):
            self.click(selector)
            wait_until(lambda: not self.has(selector), f"{selector} to be done")
        self.wait_for(then)

    def fill(self, selector: str, text: str) -> None:
        field = f"document.querySelector({json.dumps(selector)})"
        self.evaluate(f"{field}.value = {json.dumps(text)}")
        self.evaluate(f"{field}.dispatchEvent(new Event('input', {{ bubbles: true }}))")

    def screenshot(self, path: Path) -> None:
        data = self._call("Page.captureScreenshot", {"format": "png"})["data"]
        path.write_bytes(base64.b64decode(data))

    def _target(self) -> str | None:
        for info in self._cdp.send("Target.getTargets")["targetInfos"]:
            if info["url"].endswith("/popup.html"):
                return str(info["targetId"])
        return None

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message

    def _call(self, method: str, params: dict[str, Any]) -> Any:
        number = next(self._ids)
        message = json.dumps({"id": number, "method": method, "params": params})
        request = {"sessionId": self._session, "message": message}
        self._cdp.send("Target.sendMessageToTarget", request)
        wait_until(lambda: self._pumped(number), f"the popup to answer {method}")
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def _pumped(self, number: int) -> bool:
        # Events come in while Playwright waits for an answer of its own.
        self._cdp.send("Target.getTargets")
        return number in self._answers
