"""A small record made by hand: five invented reports about invented places."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tawatur.keep.record import Record
from tawatur.model import (
    Amount,
    AmountValue,
    CalendarLine,
    Claim,
    Contradiction,
    Copy,
    Document,
    Entity,
    Event,
    EventAmount,
    Link,
    LinkKind,
    Manifest,
    Name,
    PageDate,
    Passage,
    Reason,
    Side,
    Span,
    Status,
    Story,
    Trouble,
    When,
)

TUESDAY, WEDNESDAY, THURSDAY = date(2023, 3, 14), date(2023, 3, 15), date(2023, 3, 16)

TEXTS = {
    "sada": """صدى السفوح – خاص
أفاد مصدر محلي، مساء اليوم الثلاثاء، بأن مسلحين مجهولين أطلقوا النار فجراً على حاجز عند مدخل قرية تل الزعرور، ما أدى إلى مقتل ثلاثة أشخاص على الأقل.
وقال المصدر الذي فضّل ألا يُذكر اسمه إن المهاجمين انسحبوا نحو وادي السمر قبل وصول أي قوة.
شارك الخبر: فيسبوك  واتساب  نسخ الرابط""",
    "rabwa": """الربوة – أعلنت قيادة شرطة السفوح في بيان، اليوم الأربعاء، أن هجوماً استهدف حاجز تل الزعرور أمس أوقع خمسة قتلى وجريحين.
وأضاف البيان أن حملة تفتيش واسعة ستنطلق الخميس في القرى المحيطة بوادي السمر، "ولن تتوقف قبل القبض على المنفذين".""",
    "marfa": """الأكثر قراءة: أسعار الزيتون في سوق الرملة
نقلت وكالة الربوة عن قيادة شرطة السفوح أن هجوماً استهدف حاجز تل الزعرور أوقع خمسة قتلى وجريحين.
ويأتي الهجوم بعد اجتماع عقده يوم الأحد وجهاء تل الزعرور مع قائد الشرطة العميد سالم الدرباس لبحث حماية الطريق.
آخر تحديث للصفحة: 7 أيار 2024""",
    "manbar": """نفى عضو مجلس السفوح نعيم القصاب، في تصريح لـ"منبر الضفاف"، انطلاق أي حملة تفتيش في وادي السمر، مؤكداً أن "أحداً لم يطرق باباً واحداً".
وأوضح أن هجوم الثلاثاء أودى بحياة سبعة أشخاص بعدما توفي اثنان من الجرحى في مستشفى الرملة.
تعليق: <script>document.title = "hijacked"</script> & <b>غاضب</b>""",
    "hillside": """Police in the Sufuh hills said on Thursday that a search of villages around Wadi al-Samar had begun.
A police officer, who asked not to be named, said two men were arrested.""",
}
OUTLETS = {
    "sada": "صدى السفوح",
    "rabwa": "وكالة الربوة",
    "marfa": "جريدة المرفأ",
    "manbar": "منبر الضفاف",
    "hillside": "Hillside Post",
}
PUBLISHED = {
    "sada": TUESDAY,
    "rabwa": WEDNESDAY,
    "marfa": None,
    "manbar": date(2023, 3, 17),
    "hillside": THURSDAY,
}


def place(document: str, words: str) -> Span:
    """Find words in a text of the sample; they must stand there once."""
    text = TEXTS[document]
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def reason(rule: str, document: str, words: str) -> Reason:
    span = place(document, words)
    return Reason(rule=rule, words=words, document=document, start=span.start, end=span.end)


def on(day: date, *because: Reason) -> When:
    return When(begins=day, ends=day, weekday=day.weekday(), precision="day", because=because)


def link(
    kind: LinkKind, document: str, words: str, *, entity: str | None = None, here: bool = True
) -> Link:
    span = place(document, words) if here else None
    return Link(
        kind=kind,
        entity=entity,
        words=words,
        start=span.start if span else None,
        end=span.end if span else None,
        anonymous=kind == "unnamed",
    )


def outlet(document: str) -> Link:
    return Link(kind="outlet", entity=document, words=OUTLETS[document])


def amount(what: str, document: str, words: str, low: int, high: int | None) -> Amount:
    span = place(document, words)
    return Amount(what=what, low=low, high=high, words=words, start=span.start, end=span.end)


def claim(
    id_: str,
    document: str,
    words: str,
    trigger: str,
    type_: str,
    status: Status,
    *chain: Link,
    amounts: tuple[Amount, ...] = (),
    when: When | None = None,
    modes: tuple[str, ...] = (),
) -> Claim:
    whole, named = place(document, words), place(document, trigger)
    return Claim(
        id=id_,
        document=document,
        start=whole.start,
        end=whole.end,
        trigger=named,
        type=type_,
        modes=modes,
        status=status,
        chain=(outlet(document), *chain),
        amounts=amounts,
        when=when or When(),
    )


def document(name: str) -> Document:
    published = PUBLISHED[name]
    day = When()
    if published:
        day = on(published)
    if name == "sada":
        day = on(TUESDAY, reason("day", "sada", "اليوم الثلاثاء"))
    if name == "rabwa":
        day = on(WEDNESDAY, reason("day", "rabwa", "اليوم الأربعاء"))
    if name == "marfa":
        day = When(
            begins=WEDNESDAY,
            ends=date(2024, 5, 7),
            because=(reason("page_date_bound", "marfa", "7 أيار 2024"),),
        )
    shown = {
        "marfa": (
            PageDate(
                date=date(2024, 5, 7),
                span=place("marfa", "7 أيار 2024"),
                trusted=False,
                why="rendered with the page, not with the report",
            ),
        ),
        "sada": (PageDate(date=TUESDAY, trusted=True, why="article:published_time"),),
    }
    furniture = {
        "sada": (place("sada", "شارك الخبر: فيسبوك  واتساب  نسخ الرابط"),),
        "marfa": (
            place("marfa", "الأكثر قراءة: أسعار الزيتون في سوق الرملة"),
            place("marfa", "آخر تحديث للصفحة: 7 أيار 2024"),
        ),
    }
    return Document(
        id=name,
        name=name,
        text=TEXTS[name],
        sha256="0" * 64,
        outlet=OUTLETS[name],
        url={"marfa": "javascript:alert(1)"}.get(name, f"https://{name}.example/news/1"),
        title="هجوم على حاجز في تل الزعرور" if name == "sada" else None,
        language="en" if name == "hillside" else "ar",
        published=day,
        page_dates=shown.get(name, ()),
        furniture=furniture.get(name, ()),
    )


def entity(id_: str, kind: str, ar: str, en: str | None = None) -> Entity:
    names = [Name(text=ar, lang="ar", kind="preferred")]
    if en:
        names.append(Name(text=en, lang="en"))
    return Entity(id=id_, kind=kind, names=tuple(names), mentions=1)


CLAIMS = (
    claim(
        "sada-attack",
        "sada",
        "مسلحين مجهولين أطلقوا النار فجراً على حاجز عند مدخل قرية تل الزعرور، ما أدى إلى مقتل ثلاثة أشخاص على الأقل",
        "أطلقوا النار",
        "ASSAULT",
        "happened",
        link("unnamed", "sada", "مصدر محلي"),
        amounts=(amount("killed", "sada", "ثلاثة أشخاص على الأقل", 3, None),),
        modes=("firearms",),
    ),
    claim(
        "rabwa-attack",
        "rabwa",
        "هجوماً استهدف حاجز تل الزعرور أمس أوقع خمسة قتلى وجريحين",
        "هجوماً",
        "ASSAULT",
        "happened",
        link("statement", "rabwa", "قيادة شرطة السفوح في بيان", entity="police"),
        amounts=(
            amount("killed", "rabwa", "خمسة قتلى", 5, 5),
            amount("injured", "rabwa", "جريحين", 2, 2),
        ),
    ),
    claim(
        "marfa-attack",
        "marfa",
        "هجوماً استهدف حاجز تل الزعرور أوقع خمسة قتلى وجريحين",
        "هجوماً",
        "ASSAULT",
        "happened",
        link("agency", "marfa", "وكالة الربوة", entity="rabwa"),
        link("statement", "marfa", "قيادة شرطة السفوح", entity="police"),
        amounts=(
            amount("killed", "marfa", "خمسة قتلى", 5, 5),
            amount("injured", "marfa", "جريحين", 2, 2),
        ),
    ),
    claim(
        "manbar-attack",
        "manbar",
        "هجوم الثلاثاء أودى بحياة سبعة أشخاص بعدما توفي اثنان من الجرحى في مستشفى الرملة",
        "هجوم",
        "ASSAULT",
        "happened",
        link("person", "manbar", "عضو مجلس السفوح نعيم القصاب", entity="qassab"),
        amounts=(amount("killed", "manbar", "سبعة أشخاص", 7, 7),),
    ),
    claim(
        "rabwa-search",
        "rabwa",
        "حملة تفتيش واسعة ستنطلق الخميس في القرى المحيطة بوادي السمر",
        "حملة تفتيش",
        "COERCE",
        "planned",
        link("statement", "rabwa", "البيان", entity="police"),
    ),
    claim(
        "manbar-search",
        "manbar",
        "انطلاق أي حملة تفتيش في وادي السمر",
        "حملة تفتيش",
        "COERCE",
        "denied",
        link("person", "manbar", "عضو مجلس السفوح نعيم القصاب", entity="qassab"),
    ),
    claim(
        "hillside-search",
        "hillside",
        "a search of villages around Wadi al-Samar had begun",
        "search",
        "COERCE",
        "happened",
        link("statement", "hillside", "Police in the Sufuh hills", entity="police"),
    ),
    claim(
        "marfa-meeting",
        "marfa",
        "اجتماع عقده يوم الأحد وجهاء تل الزعرور مع قائد الشرطة العميد سالم الدرباس لبحث حماية الطريق",
        "اجتماع",
        "CONSULT",
        "happened",
    ),
)

EVENTS = (
    Event(
        id="attack",
        story="hills",
        title="هجوم على حاجز تل الزعرور",
        type="ASSAULT",
        modes=("firearms",),
        status="happened",
        when=on(
            TUESDAY,
            reason("day", "sada", "اليوم الثلاثاء"),
            reason("day", "rabwa", "أمس"),
            reason("weekday", "manbar", "الثلاثاء"),
        ),
        place="tall",
        recipients=("police",),
        amounts={
            "killed": EventAmount(
                low=3,
                high=None,
                best=7,
                values=(
                    AmountValue(low=3, high=None, claims=("sada-attack",)),
                    AmountValue(low=5, high=5, claims=("rabwa-attack", "marfa-attack")),
                    AmountValue(low=7, high=7, claims=("manbar-attack",)),
                ),
            ),
            "injured": EventAmount(
                low=2,
                high=2,
                best=2,
                values=(AmountValue(low=2, high=2, claims=("rabwa-attack", "marfa-attack")),),
            ),
        },
        claims=("sada-attack", "rabwa-attack", "marfa-attack", "manbar-attack"),
        documents=("sada", "rabwa", "marfa", "manbar"),
        reports=4,
        origins=3,
        grade="A",
        contradictions=(
            Contradiction(
                kind="update",
                slot="killed",
                values=(
                    Side(value="3+", claims=("sada-attack",)),
                    Side(value="5", claims=("rabwa-attack", "marfa-attack")),
                    Side(value="7", claims=("manbar-attack",)),
                ),
                because=(reason("update", "manbar", "توفي اثنان من الجرحى"),),
            ),
        ),
        because=(
            Reason(rule="grade A", words="two or more identified origins of different parties"),
            reason("one happening", "rabwa", "حاجز تل الزعرور"),
            Reason(rule="same origin", words="قيادة شرطة السفوح"),
        ),
    ),
    Event(
        id="search",
        story="hills",
        title="حملة تفتيش في قرى وادي السمر",
        type="COERCE",
        modes=("seize",),
        status="planned",
        when=on(THURSDAY, reason("weekday", "rabwa", "الخميس")),
        place="wadi",
        actors=("police",),
        claims=("rabwa-search", "manbar-search", "hillside-search"),
        documents=("rabwa", "manbar", "hillside"),
        reports=3,
        origins=2,
        grade="B",
        contradictions=(
            Contradiction(
                kind="incompatible",
                slot="status",
                values=(
                    Side(value="happened", claims=("hillside-search",)),
                    Side(value="denied", claims=("manbar-search",)),
                ),
            ),
        ),
    ),
    Event(
        id="meeting",
        story="talks",
        title="اجتماع وجهاء تل الزعرور مع العميد سالم الدرباس",
        type="CONSULT",
        status="happened",
        when=When(
            begins=date(2017, 10, 17),
            ends=date(2024, 5, 7),
            weekday=6,
            because=(
                reason("weekday", "marfa", "يوم الأحد"),
                reason("page_date_bound", "marfa", "7 أيار 2024"),
            ),
        ),
        place="tall",
        actors=("darbas",),
        recipients=("elders",),
        claims=("marfa-meeting",),
        documents=("marfa",),
        reports=1,
        origins=1,
        grade="E",
    ),
)

SAMPLE = Record(
    manifest=Manifest(version="0.1.0", counts={"documents": 5}, complete=True),
    documents=tuple(document(name) for name in TEXTS),
    claims=CLAIMS,
    entities=(
        entity("tall", "place", "تل الزعرور", "Tall al-Zarur"),
        entity("wadi", "place", "وادي السمر", "Wadi al-Samar"),
        entity("police", "force", "شرطة السفوح", "Sufuh police"),
        entity("rabwa", "agency", "وكالة الربوة"),
        entity("elders", "organisation", "وجهاء تل الزعرور"),
        entity("qassab", "person", "نعيم القصاب", "Naim al-Qassab"),
        entity("darbas", "person", "سالم الدرباس"),
    ),
    events=EVENTS,
    stories=(
        Story(
            id="hills", title="هجوم تل الزعرور", events=("attack", "search"), documents=("sada",)
        ),
        Story(id="talks", title="لقاءات الوجهاء", events=("meeting",), documents=("marfa",)),
    ),
    calendar=(
        CalendarLine(
            left="sada",
            right="rabwa",
            days_low=1,
            days_high=1,
            because=(reason("day", "rabwa", "أمس"),),
        ),
        CalendarLine(
            conflict=(
                reason("weekday", "marfa", "يوم الأحد"),
                Reason(rule="page_date", words="2023-03-14"),
            )
        ),
    ),
    copies=(
        Copy(
            left=Passage(document="rabwa", start=0, end=20),
            right=Passage(document="marfa", start=0, end=20),
            kind="statement",
            direction="left_to_right",
        ),
    ),
    troubles=(
        Trouble(
            file="empty.txt",
            stage="read",
            error="EmptyError",
            message="there is no text in 'empty.txt'",
        ),
    ),
)


def many(*, documents: int, claims_each: int) -> Record:
    """Make a large record of reports that resemble each other."""
    text = "\n".join(
        f"أعلنت شرطة السفوح أن هجوماً رقم {n} استهدف حاجز تل الزعرور وأوقع {n} قتلى. " * 2
        for n in range(claims_each)
    )
    pages = [
        Document.of(name=f"report-{n}", text=f"{text}\n{n}", outlet=f"صحيفة {n % 17}")
        for n in range(documents)
    ]
    claims = [
        replace(
            SAMPLE.claims[1],
            id=f"{page.id}-{n}",
            document=page.id,
            start=20 + 140 * n,
            end=80 + 140 * n,
            trigger=Span(25 + 140 * n, 30 + 140 * n),
            chain=(),
            amounts=(),
        )
        for page in pages
        for n in range(claims_each)
    ]
    return Record(
        manifest=SAMPLE.manifest,
        documents=tuple(pages),
        claims=tuple(claims),
        entities=SAMPLE.entities,
        events=tuple(_event(n, claims[n * 3 : n * 3 + 3]) for n in range(len(claims) // 3 + 1)),
    )


def _event(number: int, claims: list[Claim]) -> Event:
    return replace(
        SAMPLE.events[0],
        id=f"event-{number}",
        amounts={},
        claims=tuple(claim.id for claim in claims),
        documents=tuple({claim.document for claim in claims}),
        contradictions=(),
        because=(),
    )


NUMBERS = {"sada": 1, "rabwa": 2, "hillside": 3, "manbar": 4, "marfa": 5}
"""The number of each document on the page: by the day it came out, the undated one last."""
