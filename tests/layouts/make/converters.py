"""Programs written in Python that turn documents into text."""

import pathlib

import pymupdf
from markitdown import MarkItDown


def run(work):
    """markitdown's Markdown of pages, documents and workbooks; MuPDF's text of PDFs."""
    markitdown = MarkItDown()
    sources = ("*.page.html", "*.python-docx.docx", "*.openpyxl.xlsx")
    for path in sorted(path for source in sources for path in work.glob(source)):
        _save(path.with_suffix(".markitdown.md"), markitdown.convert(str(path)).text_content)
    for path in sorted(work.glob("*.pdf")):
        with pymupdf.open(path) as document:
            text = "".join(page.get_text() for page in document)
        # 03.page.chromium.pdf read by MuPDF is 03.page.chromium-pdf.mupdf.txt.
        _save(path.with_name(f"{path.stem}-pdf.mupdf.txt"), text)


def _save(path, text):
    pathlib.Path(path).write_text(text, encoding="utf-8")
