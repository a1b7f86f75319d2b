//! Every form × every engine.

mod forms;
mod hosts;
mod refusals;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use gouji_engine_tests::{Engine, View, in_view};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

/// A test, and the engines it runs in.
struct EngineTest {
    name: &'static str,
    engines: fn(Engine) -> bool,
    run: for<'a> fn(&'a View) -> Running<'a>,
}

type Running<'a> = std::pin::Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Lists tests, each an `async fn(&View) -> Result<()>`, with the engines they
/// run in.
macro_rules! tests {
    ($($engines:path: [$($test:ident),* $(,)?]),* $(,)?) => {
        &[$($(crate::EngineTest {
            name: stringify!($test),
            engines: $engines,
            run: |view| Box::pin($test(view)),
        }),*),*]
    };
}
pub(crate) use tests;

/// In all engines.
const fn all(_: Engine) -> bool {
    true
}

/// In all of Chromium, which can be asked more than Firefox.
const fn chromium(engine: Engine) -> bool {
    !matches!(engine, Engine::Firefox)
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runtime = match Runtime::new() {
        Ok(runtime) => Arc::new(runtime),
        Err(error) => {
            eprintln!("the tests could not be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut trials = Vec::new();
    let mut absent = BTreeSet::new();
    for test in [forms::TESTS, hosts::TESTS, refusals::TESTS].into_iter().flatten() {
        for engine in Engine::ALL.into_iter().filter(|engine| (test.engines)(*engine)) {
            if engine.program().is_none() && std::env::var_os("CI").is_none() {
                absent.insert(engine);
                continue;
            }
            let runtime = Arc::clone(&runtime);
            let name = format!("{}::{engine}", test.name);
            trials.push(Trial::test(name, move || {
                runtime
                    .block_on(in_view(engine, test.name, async |view| (test.run)(view).await))
                    .map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
    }
    for engine in absent {
        println!("{engine} is not there and is left out; `cargo xtask test` fetches it");
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}
