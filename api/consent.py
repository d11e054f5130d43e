"""What a person agrees to before a server keeps anything. A changed text is a new version."""

VERSION = 1
TEXT = (
    "This server will keep, for each chat you chose, how many messages went out and came in on "
    "each day, how many conversations each side opened, and how many turns found an answer. "
    "It never gets a message, a name or a number. It sees chats under made-up ids, the hours at "
    "which your browser calls, and your internet address, which it does not write down. From "
    "made-up ids and days a pattern can still be read by whoever runs this server. "
    "Each day is kept for 400 days. You can read, export or erase everything at any time, and "
    "withdrawing this consent erases it all."
)
