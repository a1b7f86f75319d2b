"""A report as a web page, in the styles that sites of government bodies have."""

import html

STYLES = ("plain", "paragraphs", "nested")


def write(report, style):
    """The page; `style` is one of STYLES."""
    blocks = "\n".join(_block(block, style) for block in report["blocks"])
    title = html.escape(report["blocks"][0]["title"])
    if style == "nested":
        body = _NESTED.format(blocks=blocks)
    else:
        body = _FRAMED.format(blocks=blocks, title=title)
    return _PAGE.format(title=title, body=body)


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Noto Sans CJK SC", sans-serif; width: 900px; margin: auto; }}
table.data {{ border-collapse: collapse; width: 100%; }}
table.data td, table.data th {{ border: 1px solid #333; padding: 3px; font-weight: normal; }}
.hidden {{ display: none; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""

_FRAMED = """<div class="nav"><a href="#">首页</a> <a href="#">政务公开</a> <a href="#">办事服务</a></div>
<div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 年度报告</div>
<div class="meta">发布日期：2024-01-19&nbsp;&nbsp;浏览次数：<span>137</span>&nbsp;&nbsp;<span class="hidden">字号：大 中 小</span></div>
<div class="article">
{blocks}
</div>
<div class="foot">【打印】 【关闭窗口】<br>网站标识码 0000000000</div>"""

_NESTED = """<table width="900" cellpadding="0" cellspacing="0"><tr><td colspan="2" height="60"><a href="#">首页</a></td></tr>
<tr><td width="160" valign="top"><table><tr><td>机构职能</td></tr><tr><td>政策文件</td></tr><tr><td>年度报告</td></tr></table></td>
<td valign="top"><table width="100%"><tr><td>
{blocks}
</td></tr></table></td></tr>
<tr><td colspan="2" align="center">主办单位：办公室　技术支持：信息中心</td></tr></table>"""


def _block(block, style):
    if "title" in block:
        return f"<h1>{html.escape(block['title'])}</h1>"
    if "heading" in block:
        inner = html.escape(block["heading"])
        return f"<p><b>{inner}</b></p>" if style == "paragraphs" else f"<h2>{inner}</h2>"
    if "prose" in block:
        return f"<p>　　{html.escape(block['prose'])}</p>"
    return _table(block["table"], style)


def _table(table, style):
    rows = []
    for row in range(table["rows"]):
        cells = [_cell(cell, table, style) for cell in table["cells"] if cell["row"] == row]
        rows.append("<tr>" + "\n".join(cells) + "</tr>")
    border = ' border="1"' if style == "nested" else ""
    return f'<table class="data"{border}>\n' + "\n".join(rows) + "\n</table>"


def _cell(cell, table, style):
    tag = "th" if style == "nested" and cell["row"] < table["head_rows"] else "td"
    spans = ""
    if cell["column_span"] > 1:
        spans += f' colspan="{cell["column_span"]}"'
    if cell["row_span"] > 1:
        spans += f' rowspan="{cell["row_span"]}"'
    text = "<br>".join(html.escape(line) for line in cell["text"].split("\n"))
    if style == "paragraphs":
        lines = "".join(
            f'<p style="text-align: center;"><span style="font-size: 14px;">{line or "&nbsp;"}</span></p>'
            for line in text.split("<br>")
        )
        return f'<td valign="middle"{spans}>{lines}</td>'
    if style == "plain" and not text:
        text = "&nbsp;"
    return f"<{tag}{spans}>{text}</{tag}>"
