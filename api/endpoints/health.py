from api.blueprint import Blueprint, store
from api.consent import TEXT, VERSION
from api.limits import PUBLIC, limiter
from api.refusals import StoreAway
from api.schemas import ConsentSchema, HealthSchema

blp = Blueprint("health", __name__, description="Whether it works, and what it would keep")


@blp.route("/health")
@blp.response(200, HealthSchema())
@limiter.limit(PUBLIC)
def get_health() -> dict[str, str]:
    """Say whether the server and its store are there."""
    try:
        store().ping()
    except StoreAway:
        return {"status": "ok", "store": "away"}
    return {"status": "ok", "store": "ok"}


@blp.route("/consent")
@blp.response(200, ConsentSchema())
@limiter.limit(PUBLIC)
def get_consent() -> dict[str, int | str]:
    """Show what a person agrees to before anything is kept."""
    return {"version": VERSION, "text": TEXT}
