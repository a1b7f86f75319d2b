"""Makes the files of tests/layouts: `python3 tests/layouts/make`, or with the
names of reports only those, as in `python3 tests/layouts/make 03 07`.

README.md says what must be installed.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import browser
import converters
import document
import page
import workbook

HERE = pathlib.Path(__file__).resolve().parent
LAYOUTS = HERE.parent
ROOT = LAYOUTS.parent.parent

# Documents take room, so only those of these reports are kept.
WITH_DOCUMENTS = ("01", "05", "07")
DOCUMENTS = (
    ".docx",
    ".xlsx",
    ".pdf",
    ".chromium-copy.html",
    ".lo-writer-copy.html",
    ".lo-calc-copy.html",
    ".openpyxl.lo.html",
)


def main(names):
    exported = subprocess.run(
        ["cargo", "run", "--quiet", "-p", "gouji-tests", "--example", "export_layouts"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    reports = json.loads(exported.stdout)
    if names:
        reports = [report for report in reports if report["name"] in names]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for report in reports:
            make_sources(report, work)
        browser.run(sorted(str(path) for path in work.glob("*.page.html")))
        sources = sorted([*work.glob("*.docx"), *work.glob("*.xlsx")])
        subprocess.run(["/usr/bin/python3", HERE / "office.py", *sources], check=True)
        pdfs = sorted(work.glob("*.pdf"))
        subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x1000x24", sys.executable, HERE / "viewer.py", *pdfs], check=True)
        converters.run(work)
        convert(work)
        keep(work)
    write_cells(reports, whole=not names)


def make_sources(report, work):
    number = int(report["name"])
    html = page.write(report, page.STYLES[number % len(page.STYLES)])
    (work / f"{report['name']}.page.html").write_text(html, encoding="utf-8")
    document.write(
        report, str(work / f"{report['name']}.python-docx.docx"), numbered=number % 3 == 2, small=number % 2 == 0
    )
    workbook.write(report, str(work / f"{report['name']}.openpyxl.xlsx"))


def convert(work):
    for path in sorted(work.glob("*.pdf")):
        base = path.with_suffix("")
        # 03.page.chromium.pdf read by pdftotext is 03.page.chromium-pdf.pdftotext.txt.
        for mode in ("", "-layout", "-raw"):
            options = [mode] if mode else []
            run("pdftotext", *options, path, f"{base}-pdf.pdftotext{mode}.txt")
    for path in sorted(work.glob("*.page.html")):
        base = path.with_suffix("")
        run("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "160", path, out=f"{base}.w3m.txt")
        run(
            "lynx", "-dump", "-nolist", "-assume_charset=utf-8", "-display_charset=utf-8", "-width=160", path,
            out=f"{base}.lynx.txt",
        )
        run("pandoc", path, "-t", "gfm", "--wrap=none", "-o", f"{base}.pandoc-gfm.md")
    # From a page with merged cells the other kinds of text would be HTML again, or no table at all.
    for path in sorted(work.glob("*.python-docx.docx")):
        base = path.with_suffix("")
        run("pandoc", path, "-t", "gfm", "--wrap=none", "-o", f"{base}.pandoc-gfm.md")
        run("pandoc", path, "-t", "plain", "-o", f"{base}.pandoc-plain.txt")
        run("pandoc", path, "-t", "markdown-simple_tables-multiline_tables", "-o", f"{base}.pandoc-markdown.md")


def run(*command, out=None):
    done = subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE)
    if out:
        pathlib.Path(out).write_bytes(done.stdout)


def keep(work):
    for path in sorted(work.iterdir()):
        if path.name.endswith(DOCUMENTS) and not path.name.startswith(WITH_DOCUMENTS):
            continue
        if path.is_file() and not path.name.startswith("."):
            shutil.copyfile(path, LAYOUTS / path.name)


def write_cells(reports, whole):
    path = LAYOUTS / "cells.json"
    cells = {} if whole or not path.exists() else json.loads(path.read_text(encoding="utf-8"))
    for report in reports:
        cells[report["name"]] = {"form": report["form"], "slip": report["slip"], **report["cells"]}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(cells[name], ensure_ascii=False)}" for name in sorted(cells))
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main(sys.argv[1:])
