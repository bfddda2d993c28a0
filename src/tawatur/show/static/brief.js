"use strict";
// Everything here only adds to the page: without it, links and marks work by themselves.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const reader = document.getElementById("reader");
  const back = document.getElementById("back");
  let came = null;
  root.classList.add("scripted");

  // -- the language of the interface --------------------------------------------------------
  const speak = (lang) => {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    for (const one of all(`[data-${lang}]`)) one.textContent = one.dataset[lang];
    for (const name of ["placeholder", "label"])
      for (const one of all(`[data-${name}-${lang}]`))
        one.setAttribute(name === "label" ? "aria-label" : name, one.getAttribute(`data-${name}-${lang}`));
  };
  document.getElementById("language").addEventListener("click", () => {
    speak(root.lang === "ar" ? "en" : "ar");
    if (!/^#[de]\d/.test(location.hash)) history.replaceState(null, "", "#" + root.lang);
  });

  // -- from a claim to its words and back ---------------------------------------------------
  const isPane = () => getComputedStyle(reader).position === "sticky";
  const center = (place) => {
    if (!isPane()) return place.scrollIntoView({ block: "center" });
    const away = place.getBoundingClientRect().top - reader.getBoundingClientRect().top;
    reader.scrollTop += away - reader.clientHeight / 3;
  };
  // Parts of the page get their real height only when they are first drawn: aim for a few frames.
  const aim = (step, frames = 6) => {
    step();
    if (frames) requestAnimationFrame(() => aim(step, frames - 1));
  };
  const light = (hash) => {
    for (const one of all(".lit")) one.classList.remove("lit");
    const name = decodeURIComponent(hash.slice(1));
    const place = name && document.getElementById(name);
    if (!place) return;
    const pieces = all(`[data-words="${CSS.escape(name)}"]`);
    const claims = all(`.column a[href="#${CSS.escape(name)}"]`);
    for (const one of [...pieces, ...claims]) one.classList.add("lit");
    if (reader.contains(place)) {
      aim(() => center(place));
    } else {
      aim(() => place.scrollIntoView({ block: "start" }));
      if (place.matches(".card")) place.classList.add("lit");
      if (place.tabIndex === -1) place.focus({ preventScroll: true });
    }
  };
  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[href^='#']");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
    const hash = link.getAttribute("href");
    if (!/^#[de]\d/.test(hash)) return;
    click.preventDefault();
    const card = link.closest(".card");
    if (card) { back.hidden = false; back.setAttribute("href", "#" + card.id); }
    if (link === back || /^#e/.test(hash)) back.hidden = true;
    if (location.hash !== hash) history.pushState(null, "", hash);
    light(hash);
    // Who comes by keyboard is led to the words, and by Escape back to the claim.
    if (click.detail === 0 && /^#d\d+-/.test(hash)) {
      came = link;
      const words = document.getElementById(hash.slice(1));
      words.tabIndex = -1;
      words.focus({ preventScroll: true });
    }
  });
  addEventListener("keydown", (key) => {
    if (key.key === "Escape" && came && reader.contains(document.activeElement)) came.focus();
  });
  addEventListener("popstate", () => light(location.hash));

  // -- narrowing the events down ------------------------------------------------------------
  const form = document.querySelector(".filters");
  const folded = (words) => words.toLowerCase().normalize("NFKC")
    .replace(/[\u064B-\u065F\u0670\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
  const cards = all(".card").map((card) => ({ card, text: folded(card.textContent) }));
  const narrow = () => {
    const wanted = folded(document.getElementById("search").value).split(/\s+/).filter(Boolean);
    const choices = all("select", form).filter((select) => select.value);
    const grades = all("[aria-pressed=true]", form).map((button) => button.dataset.grade);
    let shown = 0;
    for (const { card, text } of cards) {
      card.hidden = !(grades.includes(card.dataset.grade)
        && choices.every((select) => card.dataset[select.id] === select.value)
        && wanted.every((word) => text.includes(word)));
      shown += !card.hidden;
    }
    for (const group of all(".group")) group.hidden = all(".card", group).every((card) => card.hidden);
    document.getElementById("found").textContent = `${shown} / ${cards.length}`;
  };
  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", narrow);
    form.addEventListener("click", (click) => {
      const button = click.target.closest("[aria-pressed]");
      if (!button) return;
      button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
      narrow();
    });
    document.getElementById("clear").addEventListener("click", () => {
      form.reset();
      for (const button of all("[aria-pressed]", form)) button.setAttribute("aria-pressed", "true");
      narrow();
    });
    narrow();
  }

  // -- paper shows everything ---------------------------------------------------------------
  addEventListener("beforeprint", () => { for (const one of all("details")) one.open = true; });

  if (location.hash === "#en" || location.hash === "#ar") speak(location.hash.slice(1));
  else if (location.hash) light(location.hash);
})();
