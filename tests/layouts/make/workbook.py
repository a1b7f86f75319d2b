"""A report as a workbook: one sheet, tables below one another."""

import re

from openpyxl import Workbook
from openpyxl.styles import Alignment


def write(report, path):
    book = Workbook()
    sheet = book.active
    sheet.title = "年度报告"
    row = 1
    for block in report["blocks"]:
        if "table" not in block:
            sheet.cell(row=row, column=1, value=next(iter(block.values())))
            row += 1
            continue
        table = block["table"]
        for cell in table["cells"]:
            top, left = row + cell["row"], 1 + cell["column"]
            place = sheet.cell(row=top, column=left, value=_value(cell))
            place.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
            if cell["row_span"] > 1 or cell["column_span"] > 1:
                sheet.merge_cells(
                    start_row=top,
                    start_column=left,
                    end_row=top + cell["row_span"] - 1,
                    end_column=left + cell["column_span"] - 1,
                )
        row += table["rows"]
    book.save(path)


def _value(cell):
    """Whole numbers are numbers; fractions keep their digits as text."""
    text = cell["text"]
    if not text:
        return None
    return int(text) if cell["is_value"] and re.fullmatch(r"-?[0-9]{1,9}", text) else text
