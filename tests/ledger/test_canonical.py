"""Whoever writes a value canonically writes the same bytes, and different values never share them."""

import datetime
import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger.canonical import LARGEST, Json, decode, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def shuffled(value: Json, chance: random.Random) -> Json:
    """The same value with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {k: shuffled(value[k], chance) for k in keys}
    return [shuffled(each, chance) for each in value] if isinstance(value, list) else value


def kinds(value: Json) -> Iterator[object]:
    """A value as a sequence that tells True from 1."""
    yield type(value)
    if isinstance(value, dict):
        for key in sorted(value):
            yield key
            yield from kinds(value[key])
    elif isinstance(value, list):
        yield len(value)
        for each in value:
            yield from kinds(each)
    else:
        yield value


@given(VALUE)
def test_what_was_written_is_read_back(value: Json) -> None:
    assert list(kinds(decode(encode(value)))) == list(kinds(value))


@given(VALUE, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value: Json, chance: random.Random) -> None:
    assert encode(shuffled(value, chance)) == encode(value)


@given(VALUE, VALUE)
def test_distinct_values_have_distinct_bytes(one: Json, other: Json) -> None:
    assert (encode(one) == encode(other)) == (list(kinds(one)) == list(kinds(other)))


@given(VALUE)
def test_it_is_json(value: Json) -> None:
    assert json.loads(encode(value)) == value


def test_the_example_of_rfc_8785_for_keys() -> None:
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    order = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert list(json.loads(encode(dict.fromkeys(keys, 1)))) == order


def test_the_example_of_rfc_8785_for_texts() -> None:
    text = "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/"
    assert encode(text).decode() == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


def test_two_spellings_that_look_alike_stay_two_values() -> None:
    assert encode("é") != encode("e\u0301")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.0, "ledger.E001"),
        (float("nan"), "ledger.E001"),
        (datetime.date(2026, 3, 2), "ledger.E001"),
        (b"bytes", "ledger.E001"),
        ({"a": [{1, 2}]}, "ledger.E001"),
        (LARGEST + 1, "ledger.E002"),
        (-LARGEST - 1, "ledger.E002"),
        ("\ud800", "ledger.E003"),
        ({"\udfff": 1}, "ledger.E003"),
        ({1: "a"}, "ledger.E004"),
        ({None: "a"}, "ledger.E004"),
    ],
)
def test_what_has_no_single_writing_is_refused(value: Json, code: str) -> None:
    with pytest.raises(Fault) as refused:
        encode(value)
    assert refused.value.code == code
    assert str(refused.value).encode()


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(Fault, match=r"facts\.amount 的值是 float"):
        encode({"facts": {"amount": 0.5}})


def test_what_is_nested_too_deep_is_refused() -> None:
    value: Json = 1
    for _ in range(100_000):
        value = [value]
    with pytest.raises(Fault) as refused:
        encode(value)
    assert refused.value.code == "ledger.E005"


@pytest.mark.parametrize(
    "data",
    [b'{"a":1,"a":1}', b'{"b":1,"a":1}', b'{"a": 1}', b"1.0", b"NaN", b'"\xff"', b'"\\u0041"', b"[" * 10**5,
     b"9" * 5000, b"", b'"\\ud800"', b"-0"],
)  # fmt: skip
def test_other_writings_of_json_are_not_taken_for_it(data: bytes) -> None:
    with pytest.raises(Fault, match=r"ledger\.E00[1236]"):
        decode(data)
