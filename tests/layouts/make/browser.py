"""Chromium: a page selected as a whole and copied, and printed to PDF."""

import os

from playwright.sync_api import sync_playwright

TARGET = """<!DOCTYPE html><textarea id="here"></textarea><script>
document.addEventListener("paste", event => {
  window.got = { text: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") };
  event.preventDefault();
});
</script>"""


def run(jobs):
    """Every job is the path of a page; `.chromium-copy.txt`, `.chromium-copy.html` and `.chromium.pdf` are
    written beside it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        context = chromium.new_context()
        page, target = context.new_page(), context.new_page()
        target.set_content(TARGET)
        for path in jobs:
            page.bring_to_front()
            page.goto(f"file://{path}")
            page.keyboard.press("Control+A")
            page.keyboard.press("Control+C")
            got = pasted(target)
            base = path.removesuffix(".html")
            _save(f"{base}.chromium-copy.txt", got["text"])
            _save(f"{base}.chromium-copy.html", got["html"])
            page.bring_to_front()
            page.pdf(path=f"{base}.chromium.pdf", format="A4", margin={side: "2cm" for side in ("top", "bottom", "left", "right")})
        chromium.close()


def pasted(target):
    """What is on the clipboard, in both flavours; `target` shows TARGET."""
    target.bring_to_front()
    target.evaluate("window.got = null")
    target.focus("#here")
    target.keyboard.press("Control+V")
    target.wait_for_function("window.got !== null")
    return target.evaluate("window.got")


def _save(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
