//! The checker in its worker: asked one thing at a time, watched, and started
//! anew when it stops answering.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gouji_json::{CheckOptions, CheckedReport, WriteJson as _};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::reader;
use crate::report::ReportView;

/// How long a check may take before the worker counts as lost. A report takes
/// about a millisecond, five megabytes a third of a second.
const PATIENCE: u32 = 3_000;

/// How long a worker may take to load. Slow disks are slow only once.
const STARTING_PATIENCE: u32 = 15_000;

/// How often in a row a worker that once worked may fail to start.
const STARTS: u32 = 3;

/// What goes wrong with a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It did not answer in time and was restarted.
    TimedOut,
    /// It stopped and was restarted.
    Crashed,
    /// It cannot be started again.
    CannotRestart,
    /// The browser has no worker for us; the page checks by itself.
    NoWorker,
    /// The program with English words cannot be loaded.
    NoEnglish,
}

/// A text to check.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Given back with the answer.
    pub(crate) revision: u32,
    /// The text.
    pub(crate) text: Rc<str>,
    /// How.
    pub(crate) options: CheckOptions,
}

/// What the checker says.
pub(crate) enum Reply {
    /// The answer to a request.
    Answer(u32, Rc<ReportView>),
    /// Something went wrong; the request that was being answered is given up.
    Trouble(Trouble),
}

enum Engine {
    /// Loading.
    Starting(Line),
    /// Waiting for requests or answering one.
    Running(Line),
    /// No worker can be had: the page checks by itself.
    OwnThread,
    /// A worker was lost and none can be started.
    Lost,
}

/// A worker with the ears on it; they go when it goes.
struct Line {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

struct Inner {
    make_worker: Function,
    reply: Callback<Reply>,
    engine: Engine,
    answering: Option<Request>,
    waiting: Option<Request>,
    watchdog: Option<Timeout>,
    ever_ran: bool,
    starts: u32,
}

/// The checker. Cloning it gives another hand on the same one.
#[derive(Clone)]
pub(crate) struct Checker {
    inner: Rc<RefCell<Inner>>,
}

impl PartialEq for Checker {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Checker {
    /// Starts a worker. `make_worker` is a function of the page's script that
    /// gives a loaded one: only there can its address be declared as trusted.
    pub(crate) fn start(make_worker: Function, reply: Callback<Reply>) -> Self {
        let inner = Inner {
            make_worker,
            reply,
            engine: Engine::OwnThread,
            answering: None,
            waiting: None,
            watchdog: None,
            ever_ran: false,
            starts: 0,
        };
        let checker = Self { inner: Rc::new(RefCell::new(inner)) };
        checker.start_worker();
        checker
    }

    /// Asks for a check. Of several questions that wait, only the last is answered.
    pub(crate) fn ask(&self, request: Request) {
        let lost = {
            let mut inner = self.inner.borrow_mut();
            inner.waiting = Some(request);
            matches!(inner.engine, Engine::Lost)
        };
        if lost {
            // Another text is another chance.
            self.inner.borrow_mut().starts = 0;
            self.start_worker();
        } else {
            self.go_on();
        }
    }

    /// Sends the waiting question where the checker is free.
    fn go_on(&self) {
        let mut inner = self.inner.borrow_mut();
        if inner.answering.is_some() {
            return;
        }
        match &inner.engine {
            Engine::Running(line) => {
                let worker = line.worker.clone();
                let Some(request) = inner.waiting.take() else { return };
                let posted = message(&request).and_then(|message| worker.post_message(&message));
                inner.answering = Some(request);
                drop(inner);
                if posted.is_ok() {
                    self.watch(PATIENCE, Trouble::TimedOut);
                } else {
                    self.restart(Trouble::Crashed);
                }
            }
            Engine::OwnThread => {
                let Some(request) = inner.waiting.take() else { return };
                inner.answering = Some(request);
                let checker = self.clone();
                // After the present event, so that the letter typed appears first.
                inner.watchdog = Some(Timeout::new(0, move || checker.check_here()));
            }
            Engine::Starting(_) | Engine::Lost => {}
        }
    }

    fn check_here(&self) {
        let request = self.inner.borrow_mut().answering.take();
        let Some(request) = request else { return };
        let json = gouji_json::check_json(&request.text, &request.options).ok();
        if let Some(report) = json.and_then(|json| reader::parse(&json)) {
            self.answer(&request, report);
        }
        self.go_on();
    }

    fn answer(&self, request: &Request, report: CheckedReport) {
        let reply = self.inner.borrow().reply.clone();
        let view = ReportView::new(request.text.clone(), report);
        reply.emit(Reply::Answer(request.revision, Rc::new(view)));
    }

    fn start_worker(&self) {
        let made = {
            let mut inner = self.inner.borrow_mut();
            inner.starts += 1;
            inner.make_worker.call0(&JsValue::NULL)
        };
        let worker = made.ok().and_then(|made| made.dyn_into::<Worker>().ok());
        let Some(worker) = worker else { return self.no_worker() };
        let listen = |kind: &'static str, act: fn(&Self, &web_sys::Event)| {
            let checker = self.clone();
            EventListener::new(&worker, kind, move |event| act(&checker, event))
        };
        let listeners = [
            listen("message", Self::hear),
            listen("error", |checker, _| checker.fall()),
            listen("messageerror", |checker, _| checker.fall()),
        ];
        self.inner.borrow_mut().engine = Engine::Starting(Line { worker, _listeners: listeners });
        self.watch(STARTING_PATIENCE, Trouble::Crashed);
    }

    fn watch(&self, patience: u32, trouble: Trouble) {
        let checker = self.clone();
        self.inner.borrow_mut().watchdog = Some(Timeout::new(patience, move || match trouble {
            Trouble::TimedOut => checker.restart(Trouble::TimedOut),
            _ => checker.fall(),
        }));
    }

    /// The worker reported an error, or did not load in time.
    fn fall(&self) {
        let (starting, ever_ran, starts) = {
            let inner = self.inner.borrow();
            (matches!(inner.engine, Engine::Starting(_)), inner.ever_ran, inner.starts)
        };
        match (starting, ever_ran) {
            (true, false) => self.no_worker(),
            // The page must not take over what felled a worker: it would fall too.
            (true, true) if starts >= STARTS => self.give_up(),
            (true, true) => self.start_worker(),
            (false, _) => self.restart(Trouble::Crashed),
        }
    }

    fn no_worker(&self) {
        let reply = {
            let mut inner = self.inner.borrow_mut();
            if inner.ever_ran {
                drop(inner);
                return self.give_up();
            }
            inner.watchdog = None;
            inner.engine = Engine::OwnThread;
            inner.reply.clone()
        };
        reply.emit(Reply::Trouble(Trouble::NoWorker));
        self.go_on();
    }

    fn give_up(&self) {
        let reply = {
            let mut inner = self.inner.borrow_mut();
            inner.watchdog = None;
            inner.engine = Engine::Lost;
            inner.reply.clone()
        };
        reply.emit(Reply::Trouble(Trouble::CannotRestart));
    }

    /// Ends the worker and starts another. The question it could not answer is
    /// not asked again until the text changes: it would fell the next one too.
    fn restart(&self, trouble: Trouble) {
        let reply = {
            let mut inner = self.inner.borrow_mut();
            inner.answering = None;
            inner.watchdog = None;
            inner.engine = Engine::OwnThread;
            inner.starts = 0;
            inner.reply.clone()
        };
        self.start_worker();
        reply.emit(Reply::Trouble(trouble));
    }

    fn hear(&self, event: &web_sys::Event) {
        let Some(data) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else { return };
        let field = |name: &str| Reflect::get(&data, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if field("ready").is_truthy() {
            return self.ready();
        }
        let revision = field("revision").as_f64();
        let request = {
            let mut inner = self.inner.borrow_mut();
            let asked = inner.answering.as_ref().map(|request| f64::from(request.revision));
            // An answer nobody waits for any more.
            if asked.is_none() || asked != revision {
                return;
            }
            inner.watchdog = None;
            inner.answering.take()
        };
        let report = field("json").as_string().and_then(|json| reader::parse(&json));
        match (request, report) {
            (Some(request), Some(report)) => {
                self.answer(&request, report);
                self.go_on();
            }
            _ => self.restart(Trouble::Crashed),
        }
    }

    fn ready(&self) {
        {
            let mut inner = self.inner.borrow_mut();
            let engine = std::mem::replace(&mut inner.engine, Engine::Lost);
            inner.engine = match engine {
                Engine::Starting(line) => Engine::Running(line),
                other => other,
            };
            inner.watchdog = None;
            inner.ever_ran = true;
            inner.starts = 0;
        }
        self.go_on();
    }
}

fn message(request: &Request) -> Result<JsValue, JsValue> {
    let message = Object::new();
    let options = request.options.to_json();
    Reflect::set(&message, &"revision".into(), &request.revision.into())?;
    Reflect::set(&message, &"text".into(), &JsValue::from_str(&request.text))?;
    Reflect::set(&message, &"options".into(), &JsValue::from_str(&options))?;
    Ok(message.into())
}
