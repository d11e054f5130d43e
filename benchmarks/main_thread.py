"""What a page's main thread did, in processor time: other processes do not count into it."""

import json
from typing import Any, Self

from playwright.sync_api import CDPSession, Page

BEGIN = "replay begins"
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"]


class MainThread:
    """The DevTools protocol's view of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._streams: list[str] = []
        self._cdp.on("Tracing.tracingComplete", self._completed)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._cdp.detach()

    def used(self) -> float:
        """Ms of all tasks so far: the page's, the browser's for it, and the content script's."""
        metrics = self._cdp.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    def record(self) -> None:
        config = {"excludedCategories": ["*"], "includedCategories": CATEGORIES}
        self._cdp.send("Tracing.start", {"transferMode": "ReturnAsStream", "traceConfig": config})

    def recorded(self) -> list[float]:
        """Ms of each task since the replay began."""
        return _tasks({"traceEvents": self.events()})

    def events(self) -> list[dict[str, Any]]:
        """All that was recorded, of every process of the browser."""
        self._cdp.send("Tracing.end")
        while not self._streams:
            self._page.wait_for_timeout(20)
        events: list[dict[str, Any]] = json.loads(self._read(self._streams.pop()))["traceEvents"]
        return events

    def _completed(self, event: dict[str, Any]) -> None:
        self._streams.append(event["stream"])

    def _read(self, handle: str) -> str:
        parts, done = [], False
        while not done:
            part = self._cdp.send("IO.read", {"handle": handle})
            parts.append(part["data"])
            done = part["eof"]
        self._cdp.send("IO.close", {"handle": handle})
        return "".join(parts)


def _tasks(trace: dict[str, Any]) -> list[float]:
    events = trace["traceEvents"]
    begin = next(event for event in events if _message(event) == BEGIN)
    thread = (begin["pid"], begin["tid"])
    return [
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"] == "RunTask"
        and (event["pid"], event["tid"]) == thread
        and event["ts"] >= begin["ts"]
    ]


def _message(event: dict[str, Any]) -> str | None:
    return event["args"]["data"].get("message") if event["name"] == "TimeStamp" else None
