//! Why a file could not be turned into text.

use gouji::{Language, words};

/// Why a file, or something pasted, could not be turned into text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConvertError {
    /// It is larger than [`crate::MAX_FILE_BYTES`].
    TooLarge,
    /// Unpacked it would be larger than any report is.
    TooMuchInside,
    /// It needs a password.
    Encrypted,
    /// It is cut off or damaged.
    Damaged,
    /// A document of Word 97 or WPS (`.doc`, `.wps`).
    OldDocument,
    /// A workbook of Excel 97 or WPS (`.xls`, `.et`).
    OldWorkbook,
    /// A PDF whose pages are pictures.
    ScannedPdf,
    /// A PDF whose fonts do not say which characters they show.
    UnreadableFonts,
    /// A picture.
    Picture,
    /// There is no text in it.
    Empty,
    /// None of the kinds that can be read.
    UnknownKind,
    /// Text in an encoding that could not be told.
    UnknownEncoding,
    /// It can be read, but this build cannot read files of its kind.
    NotBuiltIn,
}

impl ConvertError {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::TooLarge,
        Self::TooMuchInside,
        Self::Encrypted,
        Self::Damaged,
        Self::OldDocument,
        Self::OldWorkbook,
        Self::ScannedPdf,
        Self::UnreadableFonts,
        Self::Picture,
        Self::Empty,
        Self::UnknownKind,
        Self::UnknownEncoding,
        Self::NotBuiltIn,
    ];

    /// The one with this name: a reader that runs apart can only send a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.as_str() == name)
    }

    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TooMuchInside => "too_much_inside",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::OldDocument => "old_document",
            Self::OldWorkbook => "old_workbook",
            Self::ScannedPdf => "scanned_pdf",
            Self::UnreadableFonts => "unreadable_fonts",
            Self::Picture => "picture",
            Self::Empty => "empty",
            Self::UnknownKind => "unknown_kind",
            Self::UnknownEncoding => "unknown_encoding",
            Self::NotBuiltIn => "not_built_in",
        }
    }

    /// One sentence that says what it is and what to do instead.
    pub fn sentence(self, language: Language) -> &'static str {
        let sentence = match self {
            Self::TooLarge => words(
                "文件超过 50 MB，年度报告不会这样大；请确认选择的是报告本身。",
                "The file is larger than 50 MB, and no annual report is; please check that it is the report itself.",
            ),
            Self::TooMuchInside => words(
                "文件解压后的内容过大，无法读取；请另存一份只含报告的文件，或复制报告全文后粘贴。",
                "The file unpacks to more than any report holds; please save the report alone, or copy and paste it.",
            ),
            Self::Encrypted => words(
                "文件设有密码，无法读取；请在原软件中取消密码后另存，或复制报告全文后粘贴。",
                "The file needs a password; please save it without one, or copy and paste the report.",
            ),
            Self::Damaged => words(
                "文件不完整或已损坏，无法读取；请在原软件中打开后另存，或复制报告全文后粘贴。",
                "The file is cut off or damaged; please open it in its own program and save it again, or copy and paste the report.",
            ),
            Self::OldDocument => words(
                "这是旧格式的文档（.doc 或 .wps），无法读取；请用 Word 或 WPS 另存为 .docx，或复制全文后粘贴。",
                "This is a document in an old format (.doc or .wps); please save it as .docx, or copy and paste it.",
            ),
            Self::OldWorkbook => words(
                "这是旧格式的表格（.xls 或 .et），无法读取；请用 Excel 或 WPS 另存为 .xlsx，或复制表格后粘贴。",
                "This is a workbook in an old format (.xls or .et); please save it as .xlsx, or copy and paste it.",
            ),
            Self::ScannedPdf => words(
                "这份 PDF 的页面是图片，没有可读取的文字；请使用报告的 Word 版、网页版或带文字的 PDF。",
                "The pages of this PDF are pictures without text; please use the Word document, the web page or a PDF with text.",
            ),
            Self::UnreadableFonts => words(
                "这份 PDF 没有记录文字的编码，无法得知写的是什么；请使用报告的 Word 版或网页版，或重新导出 PDF。",
                "This PDF does not record which characters its text has; please use the Word document or the web page, or export the PDF again.",
            ),
            Self::Picture => words(
                "这是图片，没有可读取的文字；请使用报告的 Word 版、网页版或带文字的 PDF。",
                "This is a picture without text; please use the Word document, the web page or a PDF with text.",
            ),
            Self::Empty => words(
                "文件里没有文字；请确认选择的是报告本身。",
                "There is no text in the file; please check that it is the report itself.",
            ),
            Self::UnknownKind => words(
                "无法识别这种文件；请使用 .docx、.xlsx、.pdf、.html、.txt、.md 或 .csv，或复制报告全文后粘贴。",
                "Files of this kind cannot be read; please use .docx, .xlsx, .pdf, .html, .txt, .md or .csv, or copy and paste the report.",
            ),
            Self::UnknownEncoding => words(
                "无法确定文件的文字编码；请另存为 UTF-8 编码，或复制报告全文后粘贴。",
                "The encoding of the text could not be told; please save it as UTF-8, or copy and paste the report.",
            ),
            Self::NotBuiltIn => words(
                "这里不能读取这种文件；请复制报告全文后粘贴。",
                "Files of this kind cannot be read here; please copy and paste the report.",
            ),
        };
        sentence.in_language(language)
    }
}
