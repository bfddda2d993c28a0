"""Everything that can go wrong, in one tree.

* TawaturError
  x InputError         an item is not what it should be: it is set aside and the run goes on
    + UnreadableError  the bytes cannot be read as text
    + EmptyError       there is no text in it
    + TooLargeError    it is larger than one report can be
    + DuplicateError   it was read already
  x SetupError         the user asked for something that is not there; nothing has run yet
  x RecordError        a record on disk is unfinished, damaged or of another version
"""

from __future__ import annotations


class TawaturError(Exception):
    """Base of all errors raised on purpose here."""


class InputError(TawaturError):
    """An item is not what it should be; it is set aside and the run goes on."""


class UnreadableError(InputError):
    """The bytes of an item cannot be read as text."""


class EmptyError(InputError):
    """There is no text in an item."""


class TooLargeError(InputError):
    """An item is larger than one report can be."""


class DuplicateError(InputError):
    """The same report was read already."""


class SetupError(TawaturError):
    """The user asked for something that is not there or does not fit."""


class RecordError(TawaturError):
    """A record on disk is unfinished, damaged or written by another version."""
