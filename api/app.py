"""The factory that wires the parts; the parts do not wire themselves."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response
from flask_cors import CORS
from flask_smorest import Api

from api import catalogue, config, errors, limits
from api.endpoints import (
    accounts,
    adapters,
    conversations,
    days,
    devices,
    export,
    health,
    nudges,
    pairings,
    weeks,
)
from api.endpoints.pages import bp as pages
from api.schemas import ErrorSchema
from api.store import WRITES_AN_HOUR, Store

TOKEN_ONLY = (devices, days, conversations, weeks, export)
MODULES = (health, nudges, adapters, accounts, pairings, *TOKEN_ONLY)


class TowardApp(Flask):
    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """No view here is async; asking that of each decorator costs a tenth of a request."""
        return func


class TowardApi(Api):  # type: ignore[misc]
    ERROR_SCHEMA = ErrorSchema


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The app. `settings` go before the environment's. Raises ConfigError, CatalogueError."""
    app = TowardApp(__name__, static_folder=None)
    app.config.from_mapping(config.from_env(os.environ))
    app.config.from_mapping(settings or {})
    app.extensions["store"] = _store(app)
    app.extensions["catalogue"] = catalogue.load(app.config["NUDGES"], app.config["ADAPTERS"])
    limits.init_app(app)
    _allow_extensions(app)
    _register(app)
    app.after_request(_private)
    return app


def _store(app: Flask) -> Store:
    writes = WRITES_AN_HOUR if app.config["RATELIMIT_ENABLED"] else 0
    return Store(app.config["STORE_URL"], writes_an_hour=writes)


def _register(app: Flask) -> None:
    api = TowardApi(app)
    scheme = {"type": "http", "scheme": "bearer"}
    api.spec.components.security_scheme("token", scheme)
    for module in TOKEN_ONLY:
        limits.limiter.exempt(module.blp)  # the store limits those who have a token
    for module in MODULES:
        api.register_blueprint(module.blp, url_prefix="/v1")
    app.register_blueprint(pages)
    errors.init_app(app)


def _allow_extensions(app: Flask) -> None:
    """CORS for extensions only. It is no gate: the token is."""
    ids = "|".join(app.config["EXTENSION_IDS"]) or "[a-p]{32}"
    CORS(
        app,
        resources=r"/v1/.*",
        origins=[rf"^chrome-extension://({ids})$", r"^moz-extension://[0-9a-f-]{36}$"],
        allow_headers=["Authorization", "Content-Type", "If-None-Match"],
        expose_headers=["Content-Language", "ETag", "Retry-After"],
        methods=["GET", "HEAD", "POST", "PUT", "DELETE"],
        max_age=86400,
    )


def _private(response: Response) -> Response:
    """No browser and no proxy keeps an answer, unless the view says that it may."""
    if "Cache-Control" not in response.headers:
        response.headers.add("Cache-Control", "no-store")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
