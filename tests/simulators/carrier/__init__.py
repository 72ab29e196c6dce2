"""The sandbox carrier, driven from outside: a real process on a free port."""
