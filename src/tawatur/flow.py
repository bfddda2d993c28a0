"""The whole journey on one page."""

from __future__ import annotations

from tawatur.attribute import ATTRIBUTE
from tawatur.claim import CLAIM
from tawatur.clean import CLEAN
from tawatur.mark import MARK
from tawatur.read import READ
from tawatur.resolve import RESOLVE
from tawatur.stage import Flow
from tawatur.weave import WEAVE
from tawatur.weigh import WEIGH

EACH_REPORT = Flow((READ, CLEAN, MARK, ATTRIBUTE, RESOLVE, CLAIM))
"""What is done with every report on its own, wherever it runs."""

TOGETHER = Flow((WEAVE, WEIGH))
"""What needs all reports at once."""

FLOW = Flow((*EACH_REPORT.stages, *TOGETHER.stages))
"""read → clean → mark → attribute → resolve → claim → weave → weigh; show looks at the record."""
