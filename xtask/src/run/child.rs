//! Programs that run beside us until we stop them.

use super::http;
use crate::{
    failure::{Doing, Done, Failure},
    files, say,
};
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use std::{
    fs::File,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::sleep,
    time::Duration,
};

/// How often a waiting loop looks.
const LOOK: Duration = Duration::from_millis(100);

/// How long a program may take to answer for the first time, and to end when it is asked to.
const START: Duration = Duration::from_secs(60);
const STOP: Duration = Duration::from_secs(10);

/// Becomes true when the person, or whoever manages this process, wants it to end.
pub type Interruption = Arc<AtomicBool>;

/// Listens for Ctrl-C and the like from here on, instead of ending at once and leaving the children behind.
pub fn interruption() -> Done<Interruption> {
    let flag = Interruption::default();
    for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP] {
        signal_hook::flag::register(signal as i32, flag.clone()).doing("listen for Ctrl-C")?;
    }
    Ok(flag)
}

/// One program of the system, in a process group of its own so that it ends with all it has started.
pub struct Program {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

impl Program {
    /// Starts the program with its output in a log file.
    pub fn start(name: &'static str, mut command: Command, log: PathBuf) -> Done<Self> {
        files::write(&log, "")?;
        let open = || File::options().append(true).open(&log).doing(format_args!("open {}", log.display()));
        command.stdin(Stdio::null()).stdout(open()?).stderr(open()?).process_group(0);
        let child = command.spawn().doing(format_args!("start {name}"))?;
        Ok(Self { name, child, log })
    }

    /// Waits until the program answers at `url`.
    pub fn wait_for(&mut self, url: &str, path: &str, interrupted: &Interruption) -> Done {
        let waiting = say::Stopwatch::start();
        loop {
            self.still_runs()?;
            if http::get(url, path).is_ok() {
                return Ok(());
            }
            if interrupted.load(Ordering::Relaxed) {
                return Err(Failure::new("interrupted"));
            }
            if waiting.elapsed() > START {
                let why = format!("{} does not answer at {url}{path} after {} s", self.name, START.as_secs());
                return Err(self.failure(&why));
            }
            sleep(LOOK);
        }
    }

    /// A failure when the program has ended by itself.
    pub fn still_runs(&mut self) -> Done {
        match self.child.try_wait().doing(format_args!("look after {}", self.name))? {
            None => Ok(()),
            Some(status) => Err(self.failure(&format!("{} has ended ({status})", self.name))),
        }
    }

    fn failure(&self, why: &str) -> Failure {
        let log = files::read(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        let end = lines[lines.len().saturating_sub(30)..].join("\n");
        Failure::new(format!("{why}; the end of {}:\n{end}", self.log.display()))
    }

    fn signal(&self, signal: Signal) {
        // It may just have ended by itself, and then there is nobody to tell.
        if let Ok(id) = i32::try_from(self.child.id()) {
            let _ = killpg(Pid::from_raw(id), signal);
        }
    }
}

/// Asks all the programs to end, and ends those that do not.
pub fn stop(programs: &mut [Program]) {
    let ended = |program: &mut Program| !matches!(program.child.try_wait(), Ok(None));
    for program in programs.iter_mut().filter_map(|program| (!ended(program)).then_some(program)) {
        program.signal(Signal::SIGTERM);
    }
    let waiting = say::Stopwatch::start();
    while waiting.elapsed() < STOP && !programs.iter_mut().all(ended) {
        sleep(LOOK);
    }
    for program in programs {
        if !ended(program) {
            say::error(format!("{} did not stop within {} s and was ended", program.name, STOP.as_secs()));
        }
        // To the whole group in any case: what the program has started may outlive it.
        program.signal(Signal::SIGKILL);
        let _ = program.child.wait();
    }
}

/// Waits until the person interrupts, or a program ends by itself.
pub fn watch(programs: &mut [Program], interrupted: &Interruption) -> Done {
    while !interrupted.load(Ordering::Relaxed) {
        for program in programs.iter_mut() {
            program.still_runs()?;
        }
        sleep(LOOK);
    }
    say::line("\nStopping everything …");
    Ok(())
}
