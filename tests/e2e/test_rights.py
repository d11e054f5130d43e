"""A person's data is theirs: backed up and restored, taken away, erased."""

import csv
import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Page, Playwright

from tests.e2e.server import Server
from tests.e2e.talks import TALKS, Talk, old_messages
from tests.e2e.toward import Toward, toward
from tests.lab.chat_page import ChatPage
from tests.lab.process import wait_until

NAME = "Robin"
PASSPHRASE = "four quiet words here"
COUNTERS = [
    "sent",
    "received",
    "opened_by_me",
    "opened_by_them",
    "turns_sent",
    "turns_sent_answered",
    "turns_received",
    "turns_received_answered",
]


def test_a_lost_browser_comes_back(
    playwright: Playwright, build: Path, server: Server, tmp_path: Path
) -> None:
    """Backed up, lost, restored: the week says the same, and nothing is counted twice."""
    with TALKS["converse"](old_messages(4, timedelta(hours=8))) as talk:
        with toward(playwright, build) as lost:
            chat = counted(lost, talk)
            keep_on(lost, server.url)
            backup = saved_backup(lost, tmp_path)
            week, chosen = lost.week(), lost.state()["chats"]
            talk.bob_says("while the browser was lost")
        assert not any(word in backup.read_text() for word in (NAME, "converse", "prosody"))
        server.stop()
        with toward(playwright, build) as new:
            restore(new, backup)
            assert (new.state()["chats"], sums(new.week())) == (chosen, sums(week))
            assert account(new)["restored"] is True
            server.start()
            chat = goes_on(new, talk)
            assert new.send("page:upload")["problem"] is None
            assert "restored" not in account(new)
            assert {row["device"] for row in held_by(server, new)["rows"]} == {1, 2}
            restore(new, backup, replace=True)
            chat.reload()
            new.wait_for_counts(2, 2)


def test_taken_away_and_erased(browser: Toward, server: Server, tmp_path: Path) -> None:
    """Files of it all; a chat and then everything erased while the server is away, and there as
    soon as it answers."""
    with TALKS["converse"](old_messages(4, timedelta(hours=8))) as talk:
        counted(browser, talk)
        keep_on(browser, server.url)
    files_say_the_same(browser, tmp_path)
    a_chat_is_erased(browser, server)
    everything_is_erased(browser, server)


def files_say_the_same(browser: Toward, folder: Path) -> None:
    """All as JSON and the sums of weeks as CSV, from the browser and from the server."""
    week = browser.week()["week"]
    chat = browser.state()["chats"][0]["id"]
    with options(browser) as page:
        held = json.loads(downloaded(page, "#export", folder).read_text())
        assert (held["schema"], held["chats"][0]["name"]) == (1, NAME)
        assert len([one for one in held["chats"][0]["events"] if one["counted"]]) == 2
        assert "secret" not in held
        assert account(browser)["token"] not in json.dumps(held)
        there = json.loads(downloaded(page, "#export-server-json", folder).read_text())
        assert [row["conversation"] for row in there["rows"]] == [chat]
        tables = [
            table(downloaded(page, button, folder))
            for button in ("#export-weeks", "#export-server-csv")
        ]
    assert tables[0] == tables[1]
    assert tables[0][0] == ["partial counts; shows nothing about anyone's intentions"]
    assert tables[0][1] == ["week", "conversation", *COUNTERS]
    assert tables[0][2][:4] == [week, chat, "1", "1"]


def a_chat_is_erased(browser: Toward, server: Server) -> None:
    """Here at once; there though the worker ended in between. Only the server's mark is left."""
    chat = browser.state()["chats"][0]["id"]
    raw = urlsafe_b64decode(f"{chat}==")
    assert not is_only_marked(raw, server)
    server.stop()
    with options(browser) as page:
        page.click(f"#erase-{chat}")
        page.click(f"#erase-{chat}-0")
        page.wait_for_selector("#waiting")
    assert browser.state()["chats"] == []
    kept = browser.dump().replace(f"/v1/conversations/{chat}", "")
    assert chat not in kept
    assert NAME not in kept
    browser.stop_worker()
    server.start()
    assert browser.send("page:upload")["problem"] is None
    assert held_by(server, browser)["rows"] == []
    wait_until(lambda: is_only_marked(raw, server), "the server's files to be rewritten")
    assert chat not in browser.dump()


def is_only_marked(raw: bytes, server: Server) -> bool:
    """Whether a chat's id stands nowhere but in the mark that it was erased: `c` and the id."""
    return all(before.endswith(b"c") for before in server.kept().split(raw)[:-1])


def everything_is_erased(browser: Toward, server: Server) -> None:
    """The key to the account is all that is left, and goes once the account has gone."""
    account_id = account(browser)["id"]
    server.stop()
    with options(browser) as page:
        page.click("#erase-all")
        page.click("#erase-all-0")
        page.wait_for_selector("#waiting")
    assert account(browser)["leaving"] is True
    browser.stop_worker()
    server.start()
    with options(browser) as page:
        page.click("#try-now")
        page.wait_for_selector("text=The server has been told")
    assert account_id not in browser.dump()
    assert server.url not in browser.dump()


def counted(browser: Toward, talk: Talk) -> ChatPage:
    """One message out and one in, in a chat with a name."""
    page = browser.context.new_page()
    chat = talk.page(page)
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message("old 3")
    browser.include(page, name=NAME)
    chat.send("from alice")
    talk.bob_received(1)
    talk.bob_says("from bob")
    chat.wait_for_message("from bob")
    browser.wait_for_counts(1, 1)
    return chat


def goes_on(browser: Toward, talk: Talk) -> ChatPage:
    """What came meanwhile is counted when it is seen, and what is new; nothing twice."""
    chat = talk.page(browser.context.new_page())
    chat.login()
    chat.open_chat("bob")
    chat.wait_for_message("while the browser was lost")
    browser.wait_for_counts(1, 2)
    chat.send("from the new browser")
    talk.bob_received(2)
    browser.wait_for_counts(2, 2)
    return chat


def sums(week: Any) -> list[Any]:
    return [(one["chat"]["id"], one["days"], one["sums"]) for one in week["chats"]]


@contextmanager
def options(browser: Toward) -> Iterator[Page]:
    page = browser.open("options.html")
    page.wait_for_selector("#export")
    yield page
    page.close()


def keep_on(browser: Toward, url: str) -> None:
    with options(browser) as page:
        page.fill("#server-url", url)
        page.click("#connect")
        page.click("#agree")
        page.wait_for_selector("#upload")


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.click(button)
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def saved_backup(browser: Toward, folder: Path) -> Path:
    with options(browser) as page:
        page.fill("#passphrase", PASSPHRASE)
        page.fill("#passphrase-again", PASSPHRASE)
        return downloaded(page, "#backup", folder)


def restore(browser: Toward, backup: Path, *, replace: bool = False) -> None:
    """By the options page; a wrong passphrase first, which changes nothing."""
    # The zone is the last that a first start writes.
    wait_until(lambda: '"zones":[{' in browser.dump(), "the first start to be done")
    before = browser.dump()
    with options(browser) as page:
        page.set_input_files("#restore", backup)
        if not replace:
            page.fill("#restore-passphrase", "another one")
            page.click("#restore-passphrase-open")
            page.wait_for_selector("text=does not open it")
            assert browser.dump() == before
        page.fill("#restore-passphrase", PASSPHRASE)
        page.click("#restore-passphrase-open")
        if replace:
            page.click("#restore-go")
        page.wait_for_selector("text=Everything is back as it was")


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text().splitlines()))


def account(browser: Toward) -> dict[str, Any]:
    found: dict[str, Any] = browser.own.evaluate(
        "() => chrome.storage.local.get('account').then(({ account }) => account)"
    )
    return found


def held_by(server: Server, browser: Toward) -> Any:
    headers = {"Authorization": f"Bearer {account(browser)['token']}"}
    with urlopen(Request(f"{server.url}/v1/export", headers=headers)) as answer:
        return json.loads(answer.read())
