"""Union-find: what is tied to what, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Unions:
    """Names tied together in pairs; `groups` are the components.

    >>> unions = Unions(["بيان", "وكالة", "شاهد"])
    >>> unions.join("بيان", "وكالة")
    >>> unions.groups()
    [('بيان', 'وكالة'), ('شاهد',)]
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def root(self, name: str) -> str:
        """Find the name that stands for a component: the smallest of it."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, left: str, right: str) -> None:
        """Tie two names."""
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low

    def groups(self) -> list[tuple[str, ...]]:
        """List the components, each in order, in order of their first name."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self.root(name)].append(name)
        return [tuple(found[root]) for root in sorted(found)]
