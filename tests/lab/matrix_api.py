"""Matrix's client-server API over plain HTTP, as far as the lab speaks it."""

import json
from typing import Any, Self
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from tests.lab.process import LabError

CLIENT = "/_matrix/client/v3"


class MatrixApi:
    """Calls with one access token; each gives the answer's JSON, or LabError with the refusal."""

    def __init__(self, url: str, token: str = "", prefix: str = CLIENT) -> None:
        self._base = f"{url}{prefix}"
        self._token = token

    @classmethod
    def login(cls, url: str, user: str, password: str) -> Self:
        who = {"identifier": {"type": "m.id.user", "user": user}}
        request = {"type": "m.login.password", "password": password, **who}
        return cls(url, cls(url).post("/login", request)["access_token"])

    def get(self, path: str, **query: str) -> Any:
        return self._call("GET", path, None, query)

    def post(self, path: str, body: object, **query: str) -> Any:
        return self._call("POST", path, body, query)

    def put(self, path: str, body: object, **query: str) -> Any:
        return self._call("PUT", path, body, query)

    def say(self, room: str, text: str, transaction: str, **query: str) -> str:
        """Send one text message; its event id."""
        content = {"msgtype": "m.text", "body": text}
        path = f"/rooms/{room}/send/m.room.message/{transaction}"
        return str(self.put(path, content, **query)["event_id"])

    def _call(self, method: str, path: str, body: object, query: dict[str, str]) -> Any:
        url = f"{self._base}{quote(path)}?{urlencode(query)}"
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        try:
            with urlopen(Request(url, data, headers, method=method), timeout=30) as answer:
                return json.load(answer)
        except HTTPError as error:
            raise LabError(f"{method} {path}: {error.code} {error.read().decode()}") from error
