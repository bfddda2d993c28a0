"""The brief in a real browser: what a reader sees and can do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from show.sample import NUMBERS, SAMPLE, TEXTS, many
from tawatur.show.brief import brief

pytestmark = pytest.mark.browser

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
DRIVER = shutil.which("chromedriver")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("needs Chromium and chromedriver on the PATH")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(brief(SAMPLE), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(chromium: Any, address: str) -> Any:
    _resize(chromium, 1440)
    chromium.get("about:blank")
    chromium.get_log("browser")
    chromium.get_log("performance")
    chromium.get(address)
    return chromium


def _resize(driver: Any, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def _click(driver: Any, selector: str) -> None:
    driver.execute_script("document.querySelector(arguments[0]).click()", selector)
    # The page aims for a few frames, since its parts get their heights when they are drawn.
    driver.execute_async_script("setTimeout(arguments[0], 250)")


def _lit(driver: Any) -> str:
    return str(
        driver.execute_script(
            "return [...document.querySelectorAll('mark.lit')].map(m => m.textContent).join('')"
        )
    )


def _shown(driver: Any) -> list[str]:
    script = "return [...document.querySelectorAll('.card:not([hidden])')].map(c => c.id)"
    return list(driver.execute_script(script))


def test_the_page_runs_from_right_to_left(page: Any) -> None:
    assert page.execute_script("return getComputedStyle(document.body).direction") == "rtl"


def test_clicking_a_claim_lights_exactly_its_words(page: Any) -> None:
    for claim in SAMPLE.claims:
        name = f"d{NUMBERS[claim.document]}-{claim.start}-{claim.end}"
        _click(page, f"blockquote a[href='#{name}']")
        assert _lit(page) == TEXTS[claim.document][claim.start : claim.end]
        top, bottom = page.execute_script(
            "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return [r.top, r.bottom]",
            name,
        )
        assert top >= 0
        assert bottom <= 800


def test_words_in_the_last_of_many_documents_come_into_sight(chromium: Any, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_text(brief(many(documents=120, claims_each=4)), encoding="utf-8")
    _resize(chromium, 1440)
    chromium.get(path.as_uri())
    last = chromium.execute_script(
        "return [...document.querySelectorAll('blockquote a')].at(-1).getAttribute('href')"
    )
    _click(chromium, f"blockquote a[href='{last}']")
    top = chromium.execute_script(
        "return document.getElementById(arguments[0]).getBoundingClientRect().top", last[1:]
    )
    assert 0 <= top <= 800


def test_the_words_are_lit_without_scripts_too(page: Any, address: str) -> None:
    claim = SAMPLE.claims[0]
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.get("about:blank")
        page.get(f"{address}#d1-{claim.start}-{claim.end}")
        target = page.find_element("css selector", "mark:target")
        assert target.text == TEXTS["sada"][claim.start : claim.end]
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_browser_goes_back_to_where_the_reader_was(page: Any) -> None:
    links = page.find_elements("css selector", "blockquote a")
    hrefs = [link.get_attribute("href").partition("#")[2] for link in links]
    _click(page, f"blockquote a[href='#{hrefs[0]}']")
    first = _lit(page)
    _click(page, f"blockquote a[href='#{hrefs[1]}']")
    page.back()
    assert _lit(page) == first


def test_words_lead_back_to_their_event(page: Any) -> None:
    _click(page, ".document a.back[href='#e2']")
    assert page.execute_script("return document.querySelector('.card.lit').id") == "e2"


def test_the_english_switch_changes_the_interface_and_not_the_reports(page: Any) -> None:
    assert "الأحداث" in page.find_element("id", "events").text
    page.find_element("id", "language").click()
    assert page.find_element("id", "events").text == "Events"
    assert page.execute_script(
        "return [document.documentElement.lang, document.documentElement.dir]"
    ) == ["en", "ltr"]
    assert page.title.startswith("Tawatur")
    assert page.find_element("id", "search").get_attribute("placeholder") == "Search the events"
    assert (
        page.execute_script("return getComputedStyle(document.querySelector('.text')).direction")
        == "rtl"
    )
    page.find_element("id", "language").click()
    assert "الأحداث" in page.find_element("id", "events").text


def test_an_address_can_ask_for_english(page: Any, address: str) -> None:
    page.get("about:blank")
    page.get(f"{address}#en")
    assert page.find_element("id", "events").text == "Events"


def test_an_english_report_runs_from_left_to_right(page: Any) -> None:
    assert (
        page.execute_script(
            "return getComputedStyle(document.querySelector('#d3 .text')).direction"
        )
        == "ltr"
    )


def test_a_grade_switched_off_hides_its_events(page: Any) -> None:
    page.find_element("css selector", ".filters [data-grade=A]").click()
    assert _shown(page) == ["e2", "e3"]
    assert page.find_element("id", "found").text == "2 / 3"
    page.find_element("id", "clear").click()
    assert page.find_element("id", "found").text == "3 / 3"


def test_one_story_can_be_read_alone(page: Any) -> None:
    page.execute_script(
        "const s = document.getElementById('story'); s.value = 'talks';"
        " s.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    assert _shown(page) == ["e3"]


def test_a_reader_without_a_mouse_is_led_to_the_words_and_back(page: Any) -> None:
    link = page.find_element("css selector", "#e2 blockquote a")
    link.send_keys(Keys.ENTER)
    assert page.execute_script("return document.activeElement.matches('mark.lit')")
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert page.switch_to.active_element == link


def test_a_search_finds_a_word_in_any_spelling(page: Any) -> None:
    page.find_element("id", "search").send_keys("حملةُ تفتيش")
    assert _shown(page) == ["e2"]


def test_a_phone_needs_no_sideways_scrolling(page: Any) -> None:
    _resize(page, 360)
    page.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    for _ in ("ar", "en"):
        wide = page.execute_script(
            "return [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length &&"
            " !e.closest('.skip') && (e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > 361))"
            ".map(e => e.outerHTML.slice(0, 120))"
        )
        assert wide == []
        assert page.execute_script("return document.documentElement.scrollWidth") <= 360
        page.execute_script("document.getElementById('language').click()")


def test_nothing_is_asked_of_the_network_and_the_console_stays_empty(page: Any) -> None:
    page.find_element("id", "language").click()
    _click(page, "blockquote a")
    asked = [
        message["params"]["request"]["url"]
        for entry in page.get_log("performance")
        if (message := json.loads(entry["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    ]
    assert {url.partition(":")[0] for url in asked} <= {"file", "data", "about"}
    assert page.get_log("browser") == []


def test_a_script_inside_a_report_does_not_run(page: Any) -> None:
    assert "hijacked" not in page.title


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(page: Any, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    try:
        page.execute_script(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )
        weak = page.execute_script(CONTRAST)
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert weak == []


CONTRAST = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
const grounds = element => {
  const found = [];
  for (let e = element; e; e = e.parentElement) {
    const style = getComputedStyle(e), image = style.backgroundImage.match(/gradient\\((.*?\\))/);
    found.push(image ? image[1] : style.backgroundColor);
  }
  return found.reverse().map(rgba).reduce((under, top) => over(top, under), [255, 255, 255]);
};
const weak = new Set();
for (const element of document.querySelectorAll("body *")) {
  if (!element.getClientRects().length || ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const style = getComputedStyle(element), ground = grounds(element);
  let faded = 1; for (let e = element; e; e = e.parentElement) faded *= getComputedStyle(e).opacity;
  const ink = rgba(style.color); ink[3] *= faded;
  const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
  const contrast = (a + .05) / (b + .05);
  if (contrast < 4.5) weak.add(`${element.tagName}.${element.className} ${element.textContent.slice(0, 20)} ${contrast.toFixed(2)}`);
}
return [...weak];
"""
