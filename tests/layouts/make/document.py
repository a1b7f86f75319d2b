"""A report as a Word document with merged cells."""

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt


def write(report, path, numbered, small):
    """`numbered`: the program counts the headings 一、二、 by itself. `small`:
    small print and broad labels, so that few of them are wrapped."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = "Noto Serif CJK SC"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    normal.font.size = Pt(10 if small else 14)
    _page_number(document)
    numbering = _numbering(document) if numbered else None
    for block in report["blocks"]:
        if "title" in block:
            title = document.add_paragraph(block["title"])
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif "heading" in block:
            _heading(document, block["heading"], numbering)
        elif "prose" in block:
            document.add_paragraph("　　" + block["prose"])
        else:
            _table(document, block["table"], small)
    document.save(path)


def _heading(document, text, numbering):
    if numbering is None:
        document.add_paragraph(text)
        return
    paragraph = document.add_paragraph(text.split("、", 1)[1])
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>')
    )


def _numbering(document):
    """A list that counts 一、二、三、; its number."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    number = parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    numbering.append(number)
    return 77


def _page_number(document):
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("- ")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f'<w:instrText {nsdecls("w")}>{text}</w:instrText>'))
    paragraph.add_run(" -")


def _table(document, grid, small):
    table = document.add_table(rows=grid["rows"], cols=grid["columns"])
    table.style = "Table Grid"
    table.autofit = False
    widths = _widths(grid, small)
    for column, width in zip(table.columns, widths):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths):
            cell.width = Cm(width)
    for cell in grid["cells"]:
        first = table.cell(cell["row"], cell["column"])
        last = table.cell(cell["row"] + cell["row_span"] - 1, cell["column"] + cell["column_span"] - 1)
        merged = first.merge(last) if first is not last else first
        paragraph = merged.paragraphs[0]
        if cell["is_value"] or cell["row"] < grid["head_rows"]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for index, line in enumerate(cell["text"].split("\n")):
            if index:
                paragraph.add_run().add_break()
            run = paragraph.add_run(line)
            run.font.size = Pt(7 if small else 9)
    for row in table.rows:
        _keep_whole(row)
    for row in list(table.rows)[: grid["head_rows"]]:
        _repeat(row)


def _widths(grid, small):
    if grid["columns"] == 10:
        return [1.6, 1.8, 6.2 if small else 4.2] + [1.0] * 7
    return [16.0 / grid["columns"]] * grid["columns"]


def _keep_whole(row):
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:cantSplit {nsdecls("w")}/>'))


def _repeat(row):
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {nsdecls("w")}/>'))
