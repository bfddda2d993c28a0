"""Forms of verbs and nouns as news writes them: third person, folded, with suffix pronouns."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tawatur.lang.letters import fold

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا")
_HOLLOW = regex.compile(r"(ي\p{L})[ويا](\p{L})")


def verb_forms(pair: str) -> tuple[frozenset[str], frozenset[str]]:
    """Inflect a verb given as «perfect imperfect»: its perfect forms, its imperfect forms.

    Of a verb given by its perfect alone only those are taken.

    Third person, singular, dual and plural, and the imperfect with «س»; object pronouns on all. The
    passive has the same letters once folded, or its own pair («اغتيل يغتال»).

    >>> perfect, imperfect = verb_forms("التقى يلتقي")
    >>> sorted(perfect & {"التقي", "التقت", "التقيا", "التقوا"}), "سيلتقيان" in imperfect
    (['التقت', 'التقوا', 'التقي', 'التقيا'], True)
    """
    perfect, *imperfects = pair.split()
    # A hamza at the end («هنّأ») is no weak letter; folded, it would look like one.
    return frozenset(_with_objects(_perfect(fold(perfect), weak=perfect[-1] in "اى"))), frozenset(
        future + form
        for imperfect in imperfects
        for form in _with_objects(_imperfect(fold(imperfect), weak=imperfect[-1] in "وي"))
        for future in ("", "س")
    )


def _perfect(base: str, *, weak: bool) -> Iterator[str]:
    yield base
    stem = base[:-1] if weak else base
    dual = stem if not weak else f"{stem}ي" if base[-1] == "ي" else f"{stem}و"
    yield from (stem + "ت", stem + "تا", dual + "ا", stem + "وا", base + "ن")


def _imperfect(base: str, *, weak: bool) -> Iterator[str]:
    bases = [base]
    if hollow := _HOLLOW.fullmatch(base):
        bases.append(hollow[1] + hollow[2])
    if weak:
        bases.append(base[:-1])
    for form in bases:
        yield from (prefix + form[1:] for prefix in "يتن")
    stem = base[:-1] if weak else base
    for prefix in "يت":
        yield from (prefix + stem[1:] + "ون", prefix + stem[1:] + "وا", prefix + base[1:] + "ان")


def _with_objects(forms: Iterator[str]) -> Iterator[str]:
    for form in forms:
        bare = form.removesuffix("ا") if form.endswith("وا") else form
        yield form
        yield from (bare + pronoun for pronoun in _PRONOUNS[1:])


def noun_forms(noun: str) -> Iterator[tuple[str, bool]]:
    """Inflect a noun: bare, accusative, dual, with a possessive pronoun; singular or plural given.

    With each form comes whether it wears a pronoun, which «ال» does not go with.

    >>> {("زيارته", True), ("زيارتين", False), ("زياره", False)} <= set(noun_forms("زيارة"))
    True
    """
    base = fold(noun)
    stem = base[:-1] + "ت" if base.endswith("ه") else base
    yield base, False
    yield from ((stem + ending, False) for ending in ("ان", "ين"))
    yield from ((stem + pronoun, True) for pronoun in _PRONOUNS[1:])
    if not base.endswith(("ه", "ا", "ي", "اء", "ات")):
        yield base + "ا", False
    if base.endswith("اء"):
        # «لقاء» is «لقائه» or «لقاؤه»: folded, «لقايه» or «لقاوه».
        yield from (
            (base[:-1] + seat + pronoun, True) for seat in "يو" for pronoun in _PRONOUNS[1:]
        )


def participle_forms(participle: str) -> Iterator[str]:
    """Inflect an active participle that stands for a verb: «متهماً», «متهمة», «متهمين».

    The bare form is left out: «المتهم» is the accused.

    >>> sorted(participle_forms("داعي"))
    ['داعيا', 'داعيه', 'داعيين']
    """
    base = fold(participle)
    yield from (base + ending for ending in ("ا", "ه", "ين"))
