import threading
from pathlib import Path

from tests_support import ANA, wait_for

from api.rewrite import Rewriter


def test_it_asks_until_it_is_heard():
    answers = [False, False, True]
    rewriter = Rewriter(lambda: answers.pop(0), pause=0.01)
    rewriter.ask()
    wait_for(lambda: not answers)


def test_one_thread_asks_for_all():
    asked = []
    rewriter = Rewriter(lambda: bool(asked.append(1)) or len(asked) > 5, pause=0.05)
    for _ in range(5):
        rewriter.ask()
    wait_for(lambda: len(asked) == 6)


def test_closed_it_asks_no_more():
    asked, threads = [], threading.active_count()
    rewriter = Rewriter(lambda: bool(asked.append(1)), pause=600)
    rewriter.ask()
    rewriter.close()
    assert asked == [1]
    assert threading.active_count() == threads


def test_what_was_erased_leaves_the_append_only_file(
    account, own_store, tmp_path_factory, now, row
):
    folder = own_store.client.config_get("dir")["dir"]
    account.put(now.date(), {ANA: row})
    key = account.id.encode()
    assert key in _file(folder)
    account.delete("/v1/accounts/me")
    wait_for(lambda: key not in _file(folder))


def _file(folder) -> bytes:
    parts = []
    for path in Path(folder).glob("appendonlydir/*"):
        try:
            parts.append(path.read_bytes())
        except FileNotFoundError:  # replaced just now
            parts.append(b"")
    return b"".join(parts)
