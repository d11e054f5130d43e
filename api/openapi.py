"""Writes api/openapi.json, from which the extension's types come: `python -m api.openapi`."""

import json
from pathlib import Path

from flask import Flask

PATH = Path(__file__).with_name("openapi.json")


def document(app: Flask) -> str:
    spec = app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec
    return json.dumps(spec.to_dict(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    from api.app import create_app

    PATH.write_text(document(create_app()), encoding="utf-8")
