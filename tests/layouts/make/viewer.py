"""Chromium's PDF viewer: everything selected and copied.

The viewer takes no keys from outside the page, so this runs under a display of
its own (`xvfb-run`) with keys from `xdotool`; every argument is a PDF.
"""

import os
import pathlib
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright

import browser


def main(paths):
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            headless=False,
            args=["--no-sandbox", "--disable-gpu"],
            # The viewer is an extension of the browser's own.
            ignore_default_args=["--disable-extensions", "--disable-component-extensions-with-background-pages"],
        )
        context = chromium.new_context()
        page, target = context.new_page(), context.new_page()
        target.set_content(browser.TARGET)
        for path in paths:
            _save(path, _copied(page, target, path))
        chromium.close()


def _copied(page, target, path):
    # The viewer says nothing of when it is ready; it is slower at first.
    for patience in (1.5, 3, 6):
        page.bring_to_front()
        page.goto(f"file://{path}")
        time.sleep(patience)
        _keys("mousemove", "500", "500", "click", "1")
        _keys("key", "ctrl+a")
        _keys("key", "ctrl+c")
        text = browser.pasted(target)["text"]
        if "五、" in text:
            return text
    raise SystemExit(f"the viewer did not copy {path}")


def _keys(*words):
    subprocess.run(["xdotool", *words], check=True)
    time.sleep(0.5)


def _save(path, text):
    # 03.page.chromium.pdf is 03.page.chromium-pdf.chromium-viewer-copy.txt.
    path = pathlib.Path(path)
    path.with_name(f"{path.stem}-pdf.chromium-viewer-copy.txt").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
