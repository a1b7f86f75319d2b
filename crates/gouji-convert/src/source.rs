//! What a text was taken from.

/// What a text was taken from, as far as its own marks tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Rich text from Microsoft Word.
    WordHtml,
    /// Rich text from WPS 文字, which claims to be Microsoft Word 14.
    WpsHtml,
    /// Rich text from Microsoft Excel.
    ExcelHtml,
    /// Rich text from WPS 表格.
    WpsSheetHtml,
    /// Rich text from LibreOffice Writer.
    WriterHtml,
    /// Rich text from LibreOffice Calc.
    CalcHtml,
    /// Rich text from Google Docs or Sheets.
    GoogleHtml,
    /// Rich text from Tencent Docs (腾讯文档).
    TencentHtml,
    /// A web page, or rich text without marks of its own.
    WebPage,
    /// Plain text.
    Text,
    /// Markdown, whose tables may be raw HTML.
    Markdown,
    /// Values separated by commas.
    Csv,
    /// A Word document.
    Docx,
    /// A workbook.
    Xlsx,
    /// A PDF with a text layer.
    Pdf,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::WordHtml,
        Self::WpsHtml,
        Self::ExcelHtml,
        Self::WpsSheetHtml,
        Self::WriterHtml,
        Self::CalcHtml,
        Self::GoogleHtml,
        Self::TencentHtml,
        Self::WebPage,
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Docx,
        Self::Xlsx,
        Self::Pdf,
    ];

    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WordHtml => "word_html",
            Self::WpsHtml => "wps_html",
            Self::ExcelHtml => "excel_html",
            Self::WpsSheetHtml => "wps_sheet_html",
            Self::WriterHtml => "writer_html",
            Self::CalcHtml => "calc_html",
            Self::GoogleHtml => "google_html",
            Self::TencentHtml => "tencent_html",
            Self::WebPage => "web_page",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }
}

/// What kind of file some bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Text of any kind; which encoding is for the face to find out.
    Text(Source),
    /// A Word document.
    Docx,
    /// A workbook.
    Xlsx,
    /// A PDF.
    Pdf,
}
