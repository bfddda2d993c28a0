"""Read many reports of one event; keep what independent chains agree on.

read → clean → mark → attribute → resolve → claim → weave → weigh → show: each arrow is a folder,
and `tawatur.flow` is the list.
"""

__version__ = "0.1.0"

# `read` is a door and a folder. Whoever imports the folder first would get it in the door's place,
# so the doors are hung here, once everything behind them is there.
from tawatur.api import annotate, build, open, read  # noqa: A004 - the contract's word
from tawatur.keep.record import Record

__all__ = ["Record", "__version__", "annotate", "build", "open", "read"]
