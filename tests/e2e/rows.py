"""Daily rows as this browser keeps them and as the server does: by number of the chat and day."""

import json
from typing import Any
from urllib.request import urlopen

from tests.e2e.server import Server
from tests.e2e.test_main_job import account, get, kept_here
from tests.e2e.toward import Toward

Rows = dict[tuple[int, str], dict[str, int]]


def rows_here(browser: Toward) -> Rows:
    browser.week()  # has the rows made anew
    kept = kept_here(browser)
    numbers = numbers_by_id(kept)
    return {(numbers[one["conversation"]], one["day"]): one["row"] for one in kept["rows"]}


def rows_there(browser: Toward, server: Server) -> Rows:
    """The server's, which knows ids only; its sums are looked at too."""
    numbers = numbers_by_id(kept_here(browser))
    request = get(server, f"/v1/weeks/{browser.week()['week']}", account(browser)["token"])
    with urlopen(request) as answer:
        conversations = json.loads(answer.read())["conversations"]
    for one in conversations.values():
        assert one["sums"] == summed(list(one["days"].values()))
    return {
        (numbers[id_], day): row
        for id_, one in conversations.items()
        for day, row in one["days"].items()
    }


def summed(rows: list[dict[str, int]]) -> dict[str, int]:
    return {field: sum(row[field] for row in rows) for field in rows[0]}


def numbers_by_id(kept: Any) -> dict[str, int]:
    return {chat["id"]: chat["number"] for chat in kept["chats"]}
