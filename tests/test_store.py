"""The store over Valkey and over a Redis Cluster."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_support import ANA, BEN, everything

from api.auth import Token, new_token
from api.refusals import (
    Erased,
    Mark,
    NeverGiven,
    NoPairing,
    StoreAway,
    TooManyWrites,
    UnknownToken,
)
from api.rows import conversation_bytes, pack, varint
from api.store import Store, Upload


def rows(**counts: int) -> bytes:
    """Conversations by name with so many messages sent."""
    parts = []
    for name, sent in counts.items():
        packed = pack((sent, 0, 0, 0, 0, 0, 0, 0))
        key = conversation_bytes({"ana": ANA, "ben": BEN}[name])
        parts.append(key + bytes((len(packed),)) + packed)
    return b"".join(parts)


def upload(day: date, revision=1, erasures=0, **counts) -> Upload:
    return Upload(day, varint(revision), erasures, rows(**counts))


def second_device(store: Store, token: Token, now, lookup="L" * 22) -> Token:
    store.pair(token, lookup, "sealed", now)
    _, other = new_token(token.account)
    store.claim(other, lookup, now)
    return other


def sent(store, token, now):
    """{(day's week, weekday, device): sent} of everything held."""
    _, weeks = store.export(token, now)
    return {
        (week, r.weekday, r.conversation, r.device): (r.revision, r.counters[0])
        for week, records in weeks
        for r in records
    }


@pytest.fixture
def token(store, now) -> Token:
    _, made = new_token()
    assert store.create(made, 1, now) == 1
    return made


def test_only_a_hash_of_the_token_is_kept(store, now):
    text, made = new_token()
    store.create(made, 1, now)
    held = everything(store.client)
    assert made.digest in held
    assert text.encode() not in held
    assert text.split(".")[1].encode() not in held


def test_a_token_that_nobody_has_writes_nothing(store, token, now):
    wrong = Token(token.account, b"x" * 32)
    with pytest.raises(UnknownToken):
        store.put(wrong, upload(now.date(), ana=1), now)
    with pytest.raises(UnknownToken):
        store.read(Token("nobodynobodynobo", token.digest), ["2026-W47"], now)
    assert sent(store, token, now) == {}


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [((1, 5), (2, 6), 6), ((2, 6), (1, 5), 6), ((1, 5), (1, 6), 6), ((7, 5), (8, 0), 0)],
)
def test_a_revision_as_high_or_higher_replaces(store, token, now, first, second, kept):
    for revision, count in (first, second):
        store.put(token, upload(now.date(), revision, ana=count), now)
    assert [count for _, count in sent(store, token, now).values()] == [kept]


def test_revisions_are_compared_as_whole_numbers(store, token, now):
    for revision, count in ((2**53 - 2, 1), (2**53 - 1, 2), (2**53 - 2, 3), (128, 4)):
        store.put(token, upload(now.date(), revision, ana=count), now)
    assert list(sent(store, token, now).values()) == [(2**53 - 1, 2)]


def test_devices_write_their_own_rows_alone(store, token, now):
    other = second_device(store, token, now)
    store.put(token, upload(now.date(), 9, ana=1), now)
    store.put(other, upload(now.date(), 1, ana=2), now)
    assert sorted(sent(store, token, now).values()) == [(1, 2), (9, 1)]


UPLOADS = st.lists(
    st.tuples(
        st.integers(0, 1),  # device
        st.integers(0, 9),  # days ago
        st.integers(0, 3),  # revision
        st.sampled_from(["ana", "ben"]),
    ),
    max_size=12,
)


@given(uploads=UPLOADS, seed=st.integers(0, 2**16))
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_order_and_repetition_of_uploads_ends_in_the_same_state(store, now, uploads, seed):
    shuffled = uploads + uploads[: len(uploads) // 2]
    random.Random(seed).shuffle(shuffled)
    assert _after(store, now, uploads) == _after(store, now, shuffled)


def _after(store, now, uploads):
    _, token = new_token()
    store.create(token, 1, now)
    devices = token, second_device(store, token, now)
    for device, back, revision, name in uploads:
        # what a device counted for a revision is always the same
        count = {name: 10 * revision + back}
        day = now.date() - timedelta(days=back)
        store.put(devices[device], upload(day, revision, **count), now)
    return sent(store, token, now)


def test_an_erased_conversation_is_in_no_key(store, token, now):
    for back in (0, 6, 58, 399):
        store.put(token, upload(now.date() - timedelta(days=back), ana=1, ben=2), now)
    assert store.erase_conversation(token, ANA, now) == 1
    assert {key[2] for key in sent(store, token, now)} == {conversation_bytes(BEN)}
    assert len(sent(store, token, now)) == 4


def test_an_erased_day_takes_no_other_with_it(store, token, now):
    other = second_device(store, token, now)
    for back in (0, 1):
        store.put(token, upload(now.date() - timedelta(days=back), ana=1), now)
        store.put(other, upload(now.date() - timedelta(days=back), ana=1), now)
    assert store.erase_day(token, now.date(), now) == 1
    yesterday = (now.date() - timedelta(days=1)).isoweekday()
    assert {key[1] for key in sent(store, token, now)} == {yesterday}


def test_an_upload_that_missed_an_erasure_gets_the_marks_since(store, token, now):
    today = now.date()
    store.erase_day(token, today, now)
    store.erase_conversation(token, ANA, now)
    with pytest.raises(Erased) as refused:
        store.put(token, upload(today, ana=1), now)
    assert refused.value.args[0] == [Mark(1, str(today), None), Mark(2, None, ANA)]
    with pytest.raises(Erased) as refused:
        store.put(token, upload(today, erasures=1, ana=1), now)
    assert refused.value.args[0] == [Mark(2, None, ANA)]
    assert sent(store, token, now) == {}
    assert store.put(token, upload(today, erasures=2, ana=1), now) == 2


def test_erasing_again_renews_the_mark(store, token, now):
    store.erase_conversation(token, ANA, now)
    store.erase_conversation(token, ANA, now)
    with pytest.raises(Erased) as refused:
        store.put(token, upload(now.date(), erasures=1), now)
    assert refused.value.args[0] == [Mark(2, None, ANA)]


def test_an_erasure_that_never_was_is_refused(store, token, now):
    with pytest.raises(NeverGiven):
        store.put(token, upload(now.date(), erasures=1, ana=1), now)
    assert sent(store, token, now) == {}


def test_of_two_that_claim_at_once_one_gets_it(store, token, now):
    store.pair(token, "L" * 22, "sealed", now)
    first, second = (new_token(store.paired_account("L" * 22))[1] for _ in range(2))
    assert store.claim(first, "L" * 22, now) == (2, "sealed")
    with pytest.raises(NoPairing):
        store.claim(second, "L" * 22, now)
    with pytest.raises(UnknownToken):
        store.devices(second, now)
    assert [device.number for device in store.devices(token, now)] == [1, 2]


def test_a_claim_after_the_account_was_erased_brings_nothing_back(store, token, now):
    store.pair(token, "L" * 22, "sealed", now)
    _, other = new_token(store.paired_account("L" * 22))
    store.erase_account(token, now)
    with pytest.raises(NoPairing):
        store.claim(other, "L" * 22, now)
    assert list(store.client.scan_iter()) == []


def test_a_pointer_that_outlived_its_pairing_leads_nowhere(store, token, now):
    store.pair(token, "L" * 22, "sealed", now)
    store.client.delete(f"{{{token.account}}}:p")
    _, other = new_token(store.paired_account("L" * 22))
    with pytest.raises(NoPairing):
        store.claim(other, "L" * 22, now)


def test_a_code_and_a_new_token_are_kept_as_hashes(store, token, now):
    text, other = new_token(token.account)
    store.pair(token, "L" * 22, "sealed", now)
    assert b"L" * 22 not in everything(store.client)
    store.claim(other, "L" * 22, now)
    assert other.digest in everything(store.client)
    assert text.split(".")[1].encode() not in everything(store.client)


def test_an_erased_account_leaves_no_key(store, token, now):
    second_device(store, token, now)
    store.pair(token, "M" * 22, "sealed", now)
    for back in (0, 30, 400):
        store.put(token, upload(now.date() - timedelta(days=back), ana=1, ben=2), now)
    store.put(token, upload(now.date() + timedelta(days=1), ana=1), now)
    store.erase_conversation(token, BEN, now)
    store.erase_account(token, now)
    assert list(store.client.scan_iter()) == []
    with pytest.raises(UnknownToken):
        store.put(token, upload(now.date(), ana=1), now)


def test_every_key_of_an_account_is_forgotten_one_day(store, token, now):
    store.put(token, upload(now.date(), ana=1), now)
    store.erase_conversation(token, BEN, now)
    lifetimes = {key: store.client.ttl(key) for key in store.client.scan_iter()}
    assert len(lifetimes) == 3
    assert all(399 * 86400 < ttl <= 400 * 86400 for ttl in lifetimes.values())


def test_reading_keeps_an_account_alive(store, token, now):
    account = f"{{{token.account}}}"
    store.client.expire(account, 1000)
    store.read(token, ["2026-W47"], now)
    assert store.client.ttl(account) > 399 * 86400


def test_too_many_writes_have_to_wait_for_the_next_hour(store, token, now):
    limited = Store(store.url, writes_an_hour=2)
    half_past = now.replace(minute=30, second=0)
    for _ in range(2):
        limited.put(token, upload(now.date(), ana=1), half_past)
    with pytest.raises(TooManyWrites) as refused:
        limited.erase_day(token, now.date(), half_past)
    assert refused.value.args[0] == 1800
    limited.put(token, upload(now.date(), ana=1), half_past + timedelta(hours=1))
    limited.close()


@pytest.mark.parametrize(
    "url",
    ["redis://127.0.0.1:1", "redis+cluster://127.0.0.1:1", "unix:///nowhere/store.sock", ""],
)
def test_a_store_that_nobody_runs_is_away(url):
    with pytest.raises(StoreAway):
        Store(url).ping()  # there is no connection to close
