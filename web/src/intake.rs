//! Files on their way into text.
//!
//! Text is read here. Word documents, workbooks and PDFs are read by a program
//! of their own, which is loaded only when such a file comes, runs in a worker
//! for this one file, and is thrown away with it: whatever the file does to it,
//! the page is not touched. The page's script starts and watches that worker.

use std::cell::Cell;
use std::rc::Rc;

use gouji_convert::{ConvertError, Converted, FileKind, MAX_FILE_BYTES, Source};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File, TextDecoder, TextDecoderOptions};
use yew::Callback;

/// Why no text came of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileTrouble {
    /// The file itself.
    Convert(ConvertError),
    /// It is a folder.
    Folder,
    /// It is a link.
    Link,
    /// The browser does not hand it out.
    NotHandedOut,
    /// The program that reads such files could not be loaded.
    NotLoaded,
    /// The program that read it stopped.
    Stopped,
    /// It took too long.
    TimedOut,
}

impl From<ConvertError> for FileTrouble {
    fn from(error: ConvertError) -> Self {
        Self::Convert(error)
    }
}

/// What becomes of a file.
#[derive(Clone)]
pub(crate) enum FileNews {
    /// It is being read.
    Began(Rc<str>),
    /// It was read.
    Read {
        /// Its name.
        name: Rc<str>,
        /// Its text.
        converted: Converted,
        /// Whether others came with it, which are not read.
        others: bool,
    },
    /// It could not be read.
    Failed(Rc<str>, FileTrouble),
}

struct Inner {
    read_apart: Function,
    tell: Callback<FileNews>,
    /// Counts the files. One with an older number was overtaken by another, or
    /// is no longer wanted.
    latest: Cell<u32>,
}

/// Takes files in, one at a time. Cloning it gives another hand on the same one.
#[derive(Clone)]
pub(crate) struct Intake {
    inner: Rc<Inner>,
}

impl PartialEq for Intake {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Intake {
    /// `read_apart` is the page's script: given the name and the bytes of a file
    /// it promises an object with `text` or `error`; called without them it ends
    /// what it was doing.
    pub(crate) fn new(read_apart: Function, tell: Callback<FileNews>) -> Self {
        Self { inner: Rc::new(Inner { read_apart, tell, latest: Cell::new(0) }) }
    }

    /// Takes what was dropped or pasted, where that is files or a link.
    pub(crate) fn take(&self, data: &DataTransfer) {
        let files = data.files();
        let first = files.as_ref().and_then(|files| files.get(0));
        match first {
            _ if is_folder(data) => self.refuse(FileTrouble::Folder),
            Some(file) => self.read(file, files.is_some_and(|files| files.length() > 1)),
            None => self.refuse(FileTrouble::Link),
        }
    }

    /// Reads a file. One that was being read is given up.
    pub(crate) fn read(&self, file: File, others: bool) {
        let number = self.give_up();
        let name: Rc<str> = file.name().into();
        let intake = self.clone();
        self.inner.tell.emit(FileNews::Began(Rc::clone(&name)));
        spawn_local(async move {
            let outcome = intake.convert(&file, number).await;
            if intake.inner.latest.get() == number {
                intake.inner.tell.emit(match outcome {
                    Ok(converted) => FileNews::Read { name, converted, others },
                    Err(trouble) => FileNews::Failed(name, trouble),
                });
            }
        });
    }

    /// Gives up the file that is being read; the number is that of the next.
    pub(crate) fn give_up(&self) -> u32 {
        let _ended = self.inner.read_apart.call0(&JsValue::NULL);
        self.inner.latest.set(self.inner.latest.get() + 1);
        self.inner.latest.get()
    }

    fn refuse(&self, trouble: FileTrouble) {
        self.give_up();
        self.inner.tell.emit(FileNews::Failed("".into(), trouble));
    }

    async fn convert(&self, file: &File, number: u32) -> Result<Converted, FileTrouble> {
        #[expect(clippy::cast_precision_loss, reason = "a limit far below 2^52")]
        if file.size() > MAX_FILE_BYTES as f64 {
            return Err(ConvertError::TooLarge.into());
        }
        let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileTrouble::NotHandedOut)?;
        let array = Uint8Array::new(&buffer);
        let bytes = array.to_vec();
        let converted = match gouji_convert::recognise(&file.name(), &bytes)? {
            FileKind::Text(source) => {
                let text = gouji_convert::decode(&bytes).or_else(|| from_gb18030(&array));
                gouji_convert::from_text(&text.ok_or(ConvertError::UnknownEncoding)?, source)?
            }
            kind if self.inner.latest.get() == number => {
                drop(bytes);
                Converted {
                    text: self.text_from_apart(&file.name(), &buffer).await?,
                    source: source_of(kind),
                }
            }
            // Overtaken while its bytes were on their way: nobody hears this.
            _ => return Err(FileTrouble::NotHandedOut),
        };
        if converted.text.len() > gouji::MAX_BYTES {
            return Err(ConvertError::TooMuchInside.into());
        }
        Ok(converted)
    }

    async fn text_from_apart(&self, name: &str, buffer: &JsValue) -> Result<String, FileTrouble> {
        let promise = self.inner.read_apart.call2(&JsValue::NULL, &name.into(), buffer);
        let promise = promise.ok().and_then(|promise| promise.dyn_into::<Promise>().ok());
        let answer = JsFuture::from(promise.ok_or(FileTrouble::NotLoaded)?).await;
        let answer = answer.map_err(|_| FileTrouble::NotLoaded)?;
        let field = |name: &str| Reflect::get(&answer, &name.into()).ok().and_then(|value| value.as_string());
        field("text").ok_or_else(|| match field("error").as_deref() {
            Some("not_loaded") => FileTrouble::NotLoaded,
            Some("timed_out") => FileTrouble::TimedOut,
            error => error.and_then(ConvertError::parse).map_or(FileTrouble::Stopped, FileTrouble::Convert),
        })
    }
}

/// Whether what is dragged over the page is for it: files, or a link, which is
/// no file but is often taken for one. A link must not land in the editor.
pub(crate) fn is_for_the_page(data: &DataTransfer) -> bool {
    let types = data.types();
    ["Files", "text/uri-list"].into_iter().any(|kind| types.includes(&kind.into(), 0))
}

/// A folder comes as a file without content; only its entry tells.
fn is_folder(data: &DataTransfer) -> bool {
    let item: JsValue = data.items().get(0).into();
    let entry = || {
        let method = Reflect::get(&item, &"webkitGetAsEntry".into()).ok()?.dyn_into::<Function>().ok()?;
        Reflect::get(&method.call0(&item).ok()?, &"isDirectory".into()).ok()
    };
    entry().is_some_and(|is_folder| is_folder.is_truthy())
}

fn from_gb18030(bytes: &Uint8Array) -> Option<String> {
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    TextDecoder::new_with_label_and_options("gb18030", &strict).ok()?.decode_with_js_u8_array(bytes).ok()
}

fn source_of(kind: FileKind) -> Source {
    match kind {
        FileKind::Text(source) => source,
        FileKind::Docx => Source::Docx,
        FileKind::Xlsx => Source::Xlsx,
        FileKind::Pdf => Source::Pdf,
    }
}
