"""HTML by functions: plain strings are escaped, only what a tag made is markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from tawatur.show.labels import LANGUAGES, Language, counted, label

RIGHT_TO_LEFT = frozenset({"ar", "arz", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left, of those that news reports come in."""

_VOID = frozenset({"input", "link", "meta"})
# Embeddings, overrides and isolates can make a name read as another one; in a report's own text
# they stay as they are, between block borders that end their reach.
_CONTROLS = {code: f"⟨U+{code:04X}⟩" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


Child = str | Markup | None | Iterable["Child"]


def safe(text: str) -> Markup:
    """Escape text that comes from outside.

    >>> safe("<script>قتيلان</script>")
    '&lt;script&gt;قتيلان&lt;/script&gt;'
    """
    return Markup(escape(text))


def joined(*children: Child) -> Markup:
    """Put children one after another, escaping what is not markup; None is nothing."""
    return Markup("".join(_written(child) for child in children))


def _written(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return escape(child)
    return "".join(_written(one) for one in child)


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """Write an element. `class_` is class, `data_x` is data-x; None and False leave one out.

    >>> tag("bdi", "تل <الزعرور>", lang="ar", hidden=False)
    '<bdi lang="ar">تل &lt;الزعرور&gt;</bdi>'
    """
    opened = name + "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{opened}>" if name in _VOID else f"<{opened}>{joined(*children)}</{name}>")


def _attribute(key: str, value: str | int | bool | None) -> str:  # noqa: FBT001  (HTML's own kind)
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def in_both(say: Callable[[Language], Child]) -> Markup:
    """Write the same thing for both interfaces; the style shows the one that is on."""
    return joined(*(_in_one(say(lang), lang) for lang in LANGUAGES))


def _in_one(said: Child, lang: Language) -> Markup:
    return tag("span", said, class_=f"i {lang}", lang=lang, dir="rtl" if lang == "ar" else "ltr")


def in_attributes(name: str, key: str, lang: Language) -> dict[str, str]:
    """Carry a label in an attribute, in both languages; the script of the page chooses."""
    short = name.removeprefix("aria-")
    return {
        name.replace("-", "_"): label(key, lang),
        **{f"data_{short}_{one}": label(key, one) for one in LANGUAGES},
    }


def says(key: str) -> Markup:
    """Write a label of the interface in both languages."""
    return in_both(lambda lang: label(key, lang))


def counts(key: str, number: int) -> Markup:
    """Write a counted noun in both languages."""
    return in_both(lambda lang: counted(key, number, lang))


def direction(language: str | None) -> str:
    """Tell which way a language is written; unknown languages are left to the browser."""
    if language is None:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def bdi(text: str, language: str | None = None) -> Markup:
    """Set a name or a few words apart from the direction around them, controls made visible."""
    return tag("bdi", text.translate(_CONTROLS), lang=language, dir=direction(language))
