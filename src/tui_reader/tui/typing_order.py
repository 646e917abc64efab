"""Keys one after another: the next is given to whoever has the keys once the one before has been worked through."""

from collections import deque
from time import monotonic

from textual import events
from textual.message import Message

LOST = 0.5
"""Seconds after which a key that nobody has reported is taken to be worked through, when another one comes."""
_AT_ONCE = frozenset({"ctrl+c", "ctrl+z"})
"""Keys that wait for nothing."""


class WorkedThrough(Message):
    """Sent after a key on the same way, so that it comes back to the app when the key's action has been done."""


class TypingOrder:
    """Holds keys back while one is at work: what it opens is what those behind it are meant for."""

    def __init__(self) -> None:
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._began: float | None = None
        self._held_until = 0.0

    def hold(self, seconds: float) -> None:
        """Keep the keys that come for so long at most: the one at work waits for something. Esc lets them go."""
        self._held_until = monotonic() + seconds

    def release(self) -> None:
        """Let the keys go that were held; ``following`` gives them."""
        self._held_until = 0.0

    @property
    def busy(self) -> bool:
        """Tell whether a key is at work or kept."""
        return self._began is not None

    def due(self, event: events.Key | events.Paste) -> events.Key | events.Paste | None:
        """Give what may go on now that a key has come; None while the one before is at work."""
        if isinstance(event, events.Key) and event.key in _AT_ONCE:
            return event
        now = monotonic()
        if now < self._held_until:
            if isinstance(event, events.Key) and event.key == "escape":
                self._waiting.clear()
                self._began, self._held_until = now, 0.0
                return event
            self._waiting.append(event)
            return None
        self._waiting.append(event)
        if self._began is not None and now - self._began < LOST:
            return None
        self._began = now
        return self._waiting.popleft()

    def following(self) -> events.Key | events.Paste | None:
        """Take note that the key at work is done, and give the one that was kept behind it, if any."""
        if monotonic() < self._held_until:
            self._began = None
            return None
        self._began = monotonic() if self._waiting else None
        return self._waiting.popleft() if self._waiting else None
