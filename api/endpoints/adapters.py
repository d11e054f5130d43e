from flask import Response

from api.blueprint import Blueprint, catalogue
from api.limits import PUBLIC, limiter
from api.schemas import AdaptersSchema

blp = Blueprint("adapters", __name__, description="How messaging sites show messages")


@blp.route("/adapters")
@blp.response(200, AdaptersSchema())
@blp.alt_response(304, description="Not modified")
@limiter.limit(PUBLIC)
def get_adapters() -> Response:
    """Hand out the site adapters."""
    return catalogue().adapters.response()
