from api.auth import Token, token_required
from api.blueprint import Blueprint, now, refuse, store
from api.schemas import ErasuresSchema
from api.upload import NO_CONVERSATION, is_conversation

blp = Blueprint("conversations", __name__, description="Chats, under made-up ids")


@blp.route("/conversations/<conversation>", methods=["DELETE"])
@token_required
@blp.response(200, ErasuresSchema())
def delete_conversation(token: Token, conversation: str) -> dict[str, int]:
    """Erase a conversation of every device and day."""
    if not is_conversation(conversation):
        refuse("path", "conversation", NO_CONVERSATION)
    return {"erasures": store().erase_conversation(token, conversation, now())}
