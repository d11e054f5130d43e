"""Real chat servers, their real web pages, and the people who write there, on loopback only."""
