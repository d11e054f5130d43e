"""The peers: bare Flask routes that parse the same JSON, and write and read the same bytes in
one pipeline, without any of the checks."""

import os
from typing import Any

import redis
from flask import Flask, jsonify, request

FIELDS = (
    "sent",
    "received",
    "opened_by_me",
    "opened_by_them",
    "turns_sent",
    "turns_sent_answered",
    "turns_received",
    "turns_received_answered",
)


def create() -> Flask:
    app = Flask(__name__)
    store = redis.Redis.from_url(os.environ["REDIS_URL"])

    @app.put("/days/<key>")
    def put(key: str) -> Any:
        body = request.get_json()
        rows = {
            b"1%s\x01" % conversation[:16].encode(): b"\x01"
            + bytes([row[field] for field in FIELDS])
            for conversation, row in body["rows"].items()
        }
        with store.pipeline(transaction=False) as pipe:
            pipe.hset(key, mapping=rows)
            pipe.expire(key, 34_560_000)
            pipe.execute()
        return jsonify(erasures=0)

    @app.get("/weeks/<account>/<weeks>")
    def week(account: str, weeks: str) -> Any:
        with store.pipeline(transaction=False) as pipe:
            for name in weeks.split(","):
                pipe.hgetall(f"{{{account}}}{name}")
            return jsonify([len(found) for found in pipe.execute()])

    return app
