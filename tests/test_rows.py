from hypothesis import given
from hypothesis import strategies as st

from api.rows import (
    Record,
    conversation_bytes,
    conversation_id,
    conversations_bytes,
    pack,
    unpack,
    varint,
)

COUNTERS = st.tuples(*[st.integers(0, 65535)] * 8)


def test_small_counters_take_a_byte_each():
    assert pack((5, 4, 1, 0, 3, 2, 2, 2)) == bytes((5, 4, 1, 0, 3, 2, 2, 2))


def test_large_ones_take_two_or_three():
    assert pack((300, 0, 0, 0, 0, 0, 0, 65535)) == b"\xac\x02\0\0\0\0\0\0\xff\xff\x03"


def test_a_revision_may_be_as_large_as_a_number_in_json():
    assert varint(2**53 - 1) == b"\xff" * 7 + b"\x0f"


def test_conversations_are_16_bytes_in_22_characters():
    assert conversation_bytes("AAAAAAAAAAAAAAAAAAAAAQ") == b"\0" * 15 + b"\x01"
    assert conversation_id(b"\xff" * 16) == "_____________________w"


@given(st.lists(st.binary(min_size=16, max_size=16)))
def test_many_conversations_at_once_are_the_same(keys):
    assert conversations_bytes(map(conversation_id, keys)) == keys


@given(
    st.lists(
        st.tuples(
            st.integers(1, 7),
            st.binary(min_size=16, max_size=16),
            st.integers(1, 255),
            st.integers(0, 2**53 - 1),
            COUNTERS,
        )
    )
)
def test_joined_records_come_apart_as_they_were(records):
    blob = b"".join(
        b"%d" % weekday + key + bytes((device,)) + varint(revision) + pack(counters)
        for weekday, key, device, revision, counters in records
    )
    assert list(unpack(blob)) == [Record(*record) for record in records]
