"""Read many reports of one event; keep what independent chains agree on.

read → clean → mark → attribute → resolve → claim → weave → weigh → show: each arrow is a folder,
and `tawatur.flow` is the list.
"""

__version__ = "0.1.0"
