"""LibreOffice, driven through UNO: conversions, and what it puts on the clipboard.

Runs in the system's Python, which has the module `uno`; every argument is a
.docx or .xlsx file, and everything is written beside it.
"""

import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

_PIPE = f"layouts{os.getpid()}"


def main(paths):
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                os.environ.get("SOFFICE", "soffice"),
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={_PIPE};urp;",
            ],
            stdout=subprocess.DEVNULL,
        )
        try:
            context = _connect()
            manager = context.ServiceManager
            desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            for path in paths:
                _one(desktop, dispatcher, path)
            try:
                desktop.terminate()
            except Exception:
                pass
            office.wait(timeout=30)
        finally:
            if office.poll() is None:
                office.terminate()


def _connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={_PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def _property(name, value):
    property = PropertyValue()
    property.Name, property.Value = name, value
    return property


def _one(desktop, dispatcher, path):
    document = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (_property("Hidden", True),))
    base, kind = os.path.splitext(path)
    store = lambda suffix, name, *more: document.storeToURL(
        f"file://{base}.{suffix}", (_property("FilterName", name), *more)
    )
    if kind == ".docx":
        store("lo.html", "HTML (StarWriter)")
        store("lo.pdf", "writer_pdf_Export")
        store("lo.txt", "Text (encoded)", _property("FilterOptions", "UTF8,LF,,,"))
        store("lo.docx", "MS Word 2007 XML")
        _copy(document, dispatcher, f"{base}.lo-writer-copy")
    else:
        store("lo.html", "HTML (StarCalc)")
        # Comma, double quote, UTF-8, from line 1, shown as on the screen.
        store("lo.csv", "Text - txt - csv (StarCalc)", _property("FilterOptions", "44,34,76,1,,0,false,true"))
        _copy(document, dispatcher, f"{base}.lo-calc-copy")
    document.close(True)


def _copy(document, dispatcher, base):
    """What a copy of everything offers, as text and as HTML."""
    controller = document.getCurrentController()
    if document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        controller.select(sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow))
    else:
        dispatcher.executeDispatch(controller.Frame, ".uno:SelectAll", "", 0, ())
        # Within a table the first call selects only the table.
        dispatcher.executeDispatch(controller.Frame, ".uno:SelectAll", "", 0, ())
    transferable = controller.getTransferable()
    for flavor in transferable.getTransferDataFlavors():
        if flavor.MimeType == "text/plain;charset=utf-16":
            _save(f"{base}.txt", transferable.getTransferData(flavor).encode("utf-8"))
        elif flavor.MimeType == "text/html":
            _save(f"{base}.html", bytes(transferable.getTransferData(flavor).value))


def _save(path, content):
    with open(path, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    main(sys.argv[1:])
