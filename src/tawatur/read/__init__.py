"""Files, pages and rows in, documents out."""

from tawatur.read.columns import Columns
from tawatur.read.items import Item, find_items
from tawatur.read.read import READ, read_items

__all__ = ["READ", "Columns", "Item", "find_items", "read_items"]
