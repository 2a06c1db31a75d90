"""What Scripts/check-page runs: see there."""

import os
import pathlib
import sys
import time

from playwright.sync_api import sync_playwright

# What reaches beyond the right edge, where nothing scrolls.
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map(e => e.tagName + "." + e.className) : []"""


def check(browser, path, shots):
    """The faults of a page, and how long it took to open (unit: s)."""
    faults, requests = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: faults.append(f"console: {message.text[:200]}"))
    page.on("pageerror", lambda error: faults.append(f"error: {str(error)[:200]}"))
    page.on("request", lambda request: requests.append(request.url))
    start = time.monotonic()
    page.goto(path.resolve().as_uri(), wait_until="load")
    # The list of an audit without tickets stays empty; the line above it says so.
    if page.locator("#filters").count():
        page.wait_for_selector("#count:not(:empty)")
    seconds = time.monotonic() - start
    faults += [f"request: {url[:200]}" for url in requests[1:]]
    if page.locator("#list li").count():
        page.locator("#list summary").first.click()
        page.wait_for_selector(".inside .said")
        page.select_option("#by-verdict", "")
        page.fill("#by-text", "zzzz nobody wrote this")
        page.wait_for_selector("#list li", state="detached")
        page.locator("#filters button").click()
        page.wait_for_selector("#list li")
        page.locator("#list summary").first.click()
    for name, width, scheme in [
        ("wide", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light")
    ]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        faults += [f"{name}: too wide: {what}" for what in page.evaluate(TOO_WIDE)]
        if shots:
            page.screenshot(path=shots / f"{path.stem}-{name}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    if shots:
        page.pdf(path=shots / f"{path.stem}.pdf", format="A4", margin={
            "top": "15mm", "bottom": "15mm", "left": "12mm", "right": "12mm"})
    context.close()
    return faults, seconds


def main(executable, files):
    shots = pathlib.Path(os.environ["SHOTS"]) if os.environ.get("SHOTS") else None
    bad = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for path in map(pathlib.Path, files):
            faults, seconds = check(browser, path, shots)
            size = path.stat().st_size / 1e6
            print(f"page: {path.name}: {size:.1f} MB, its list stands after {seconds:.2f} s")
            for fault in faults:
                print(f"page: {path.name}: {fault}", file=sys.stderr)
            bad = bad or bool(faults)
        browser.close()
    return 1 if bad else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
