"""Toward's server. Importing it starts nothing."""

from api.app import create_app

__all__ = ["create_app"]
