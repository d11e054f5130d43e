"""A public JSON document, made once: its bytes, compressed bytes and entity tag."""

import gzip
import json
from hashlib import sha256
from typing import Any

from flask import Response, request

CACHE_CONTROL = "public, max-age=3600"


class Document:
    def __init__(self, content: Any) -> None:
        self.plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        self.gzipped = gzip.compress(self.plain, mtime=0)
        self.tag = sha256(self.plain).hexdigest()[:32]

    def response(self) -> Response:
        """As the request asks: compressed or not, or 304 if its tag is still the same."""
        zipped = request.accept_encodings["gzip"] > 0
        response = Response(self.gzipped if zipped else self.plain, mimetype="application/json")
        if zipped:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = CACHE_CONTROL
        response.set_etag(self.tag + ("-gzip" if zipped else ""))
        response.make_conditional(request)
        return response
