"""Three hundred messages, used roughly, and a server that is often away: nothing is miscounted."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.long_run import PEOPLE, LongRun
from tests.e2e.rows import Rows, rows_here, rows_there
from tests.e2e.server import Server
from tests.e2e.talks import TALKS, Talk, old_messages
from tests.e2e.test_main_job import opt_in
from tests.e2e.toward import Toward, toward

# Another one is tried by TOWARD_SEED=…
SEED = int(os.environ.get("TOWARD_SEED", "20261122"))
MESSAGES = 300
STEPS_BETWEEN_CHANGES = 7
STEPS_BEFORE_RESTART = 17
UPLOAD_AND_DO_NOT_WAIT = """() => {
  chrome.runtime.sendMessage({ name: 'page:upload', request: {} }).catch(() => {});
}"""


@pytest.fixture
def noon(playwright: Playwright, build: Path) -> Iterator[Toward]:
    """A browser in whose time zone it is about noon: no midnight falls into the run."""
    ahead = 12 - datetime.now(UTC).hour
    with toward(playwright, build, env={"TZ": f"Etc/GMT{-ahead:+d}"}) as running:
        yield running


@pytest.mark.parametrize("application", TALKS)
def test_three_hundred_messages(noon: Toward, server: Server, application: str) -> None:
    """Rows here and sums on the server are what was written, whatever happened meanwhile."""
    print("seed", SEED)
    with TALKS[application](old_messages(150, timedelta(hours=8))) as talk:
        run = begin(noon, talk)
        opt_in(noon, server.url)
        for made in run.go(MESSAGES):
            if made % STEPS_BETWEEN_CHANGES == 0:
                server_changes(run, server)
            if made == STEPS_BEFORE_RESTART and talk.restart:
                talk.restart(run.chat)
        if not server.runs:
            server.start()
        assert_counted(run)
        run.look_at_all_again()
        assert_counted(run)
        assert_kept(run, server)
        assert run.said() >= MESSAGES


def begin(browser: Toward, talk: Talk) -> LongRun:
    """Bob and carol are chosen, in this order; the room is not."""
    chat = talk.page(browser.context.new_page())
    chat.login()
    run = LongRun(browser, talk, chat, SEED)
    for name in PEOPLE:
        chat.open_chat(name)
        browser.include(chat.page)
    run.open("bob")
    return run


def server_changes(run: LongRun, server: Server) -> None:
    """The server comes back, or it goes, in good order or not."""
    assert_counted(run)
    if server.runs:
        assert_kept(run, server)
        run.random.choice([server.stop, server.crash])()
        return
    assert "did not answer. Nothing is lost" in upload(run.browser)
    server.start()
    run.browser.own.evaluate(UPLOAD_AND_DO_NOT_WAIT)
    run.browser.stop_worker()


def assert_counted(run: LongRun) -> None:
    """Both chats are looked at; then this browser has counted what was said."""
    for number, name in enumerate(PEOPLE, start=1):
        run.open(name)
        row = run.truth[name].row()
        run.browser.wait_for_counts(row["sent"], row["received"], number)
    assert known(run, rows_here(run.browser)) == known(run, truth(run))


def assert_kept(run: LongRun, server: Server) -> None:
    """The server has the same as this browser, once it was asked to upload."""
    assert upload(run.browser) == "Uploaded."
    assert rows_there(run.browser, server) == rows_here(run.browser)


def upload(browser: Toward) -> str:
    """Press "Upload now", and give what the page says then."""
    options = browser.open("options.html")
    options.click("#upload")
    said = options.locator("#notice p").text_content()
    options.close()
    return said or ""


def truth(run: LongRun) -> Rows:
    day = run.browser.week()["today"]
    said = enumerate(run.truth.values(), start=1)
    return {(number, day): truth.row() for number, truth in said if truth.sides}


def known(run: LongRun, rows: Rows) -> Rows:
    """What the page lets anyone know of these rows; the rest of them is possible at least."""
    if run.talk.in_order:
        return rows
    return {key: whatever_the_order(row) for key, row in rows.items()}


def whatever_the_order(row: dict[str, int]) -> dict[str, int]:
    assert row["turns_sent_answered"] <= row["turns_sent"] <= row["sent"]
    assert row["turns_received_answered"] <= row["turns_received"] <= row["received"]
    opened = row["opened_by_me"] + row["opened_by_them"]
    return {"sent": row["sent"], "received": row["received"], "opened": opened}
