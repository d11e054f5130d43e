from flask import Response

from api.blueprint import Blueprint, catalogue
from api.limits import PUBLIC, limiter
from api.schemas import LanguageSchema, NudgesSchema

blp = Blueprint("nudges", __name__, description="Small, sourced thoughts")


@blp.route("/nudges")
@blp.arguments(LanguageSchema(), location="query")
@blp.response(200, NudgesSchema())
@blp.alt_response(304, description="Not modified")
@limiter.limit(PUBLIC)
def get_nudges(query: dict[str, str]) -> Response:
    """Hand out the nudges in a language."""
    language = catalogue().language(query["lang"])
    response = catalogue().nudges[language].response()
    response.headers["Content-Language"] = language
    return response
