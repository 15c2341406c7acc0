//! The native program: the main function of what `prickle run` builds.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::thread;

use prickle_heap::Limits;
use prickle_runtime::host::{Clock, FixedClock, MemoryStorage, Random, Services, Storage, Zone};
use prickle_runtime::instance::{Attachment, InstanceConfig};
use prickle_runtime::manifest::HookName;
use prickle_runtime::plugin::Plugin;
use prickle_runtime::worker::{Chains, Options, Phase, Worker};

use crate::clock::SystemClock;
use crate::input::Lines;
use crate::output::{LineWriter, Sequencer};
use crate::plan::{InstancePlan, Plan};
use crate::report::{StderrLog, report};
use crate::run::{Run, Streams, Trouble};
use crate::storage::RunStorage;
use crate::target::Target;
use crate::trace;

/// Address space of the worker's stack; only what is used costs memory.
const STACK: usize = 256 << 20;

/// How much of it plugins may use before they get a RangeError: enough for deeper recursion than Node allows, little
/// enough that runaway recursion ends before its allocations pass the memory limit, as it does in Node. The rest is for
/// what is called last.
const PLUGIN_STACK: usize = 12 << 20;

/// Runs the plan whose path is the only argument. `plugins` are the compiled plugins by package name.
pub fn main(plugins: &[(&str, &'static dyn Plugin)]) -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        report("usage: PROGRAM PLAN.json");
        return ExitCode::from(2);
    };
    let path = PathBuf::from(path);
    let worker = thread::scope(|scope| {
        let run = || match run_plan(&path, plugins) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(message) => {
                report(&format!("error: {message}"));
                ExitCode::FAILURE
            }
        };
        let worker = thread::Builder::new().name("worker".to_owned()).stack_size(STACK).spawn_scoped(scope, run);
        worker.map(|worker| worker.join())
    });
    match worker {
        Ok(Ok(code)) => code,
        // The panic hook has said what happened.
        Ok(Err(_)) => ExitCode::FAILURE,
        Err(error) => {
            report(&format!("error: cannot start the worker: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Runs the plan. Says whether every line of the input was an event.
fn run_plan(path: &Path, plugins: &[(&str, &'static dyn Plugin)]) -> Result<bool, String> {
    let plan = Plan::read(path)?;
    let streams = open(&plan)?;
    let kept = plan.storage.is_some().then(Rc::<MemoryStorage>::default);
    let mut worker = make_worker(&plan, plugins, kept.clone())?;
    let run = Run::new(streams, plan.trace.is_some(), plan.is_sequential());
    // What was processed before a bug of ours must not be lost.
    let completed = panic::catch_unwind(AssertUnwindSafe(|| {
        run.phase(&worker, Phase::Setup);
        if plan.trace.is_none() && worker.has(HookName::ComposeWebhook) {
            report("note: the requests of composeWebhook are not sent by this version; --trace shows them");
        }
        run.events(&mut worker);
        for tick in &plan.ticks {
            run.phase(&worker, Phase::Tick(tick));
        }
        run.phase(&worker, Phase::Teardown);
    }));
    let finished = run.finish();
    if completed.is_err() {
        return Err("a bug in Prickle ended the run; the events before it were written".to_owned());
    }
    if let (Some(path), Some(kept)) = (&plan.storage, &kept) {
        write_rows(path, kept, &names(&plan, plugins)?).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    match finished {
        Ok(clean) => Ok(clean),
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(true),
        Err(Trouble::Output(error)) => Err(format!("cannot write: {error}")),
        Err(Trouble::Input(error)) => Err(format!("cannot read the input: {error}")),
    }
}

fn open(plan: &Plan) -> Result<Streams, String> {
    let named = |path: &Option<PathBuf>, error: io::Error| match path {
        Some(path) => format!("{}: {error}", path.display()),
        None => error.to_string(),
    };
    let writer =
        |path: &Option<PathBuf>| Target::open(path.as_deref()).map(LineWriter::new).map_err(|error| named(path, error));
    let optional = |path: &Option<PathBuf>| path.is_some().then(|| writer(path)).transpose();
    Ok(Streams {
        input: Lines::open(plan.input.as_deref()).map_err(|error| named(&plan.input, error))?,
        output: Sequencer::new(writer(&plan.output)?, optional(&plan.trace)?),
        rejects: optional(&plan.rejects)?,
    })
}

/// The instances' names by the number that separates their values.
fn names(plan: &Plan, plugins: &[(&str, &'static dyn Plugin)]) -> Result<HashMap<u32, String>, String> {
    let instances = plan.teams.values().fold(plan.chain.iter().collect::<Vec<_>>(), |mut all, chain| {
        all.extend(chain);
        all
    });
    let name = |instance: &InstancePlan| {
        let plugin = find(&instance.plugin, plugins)?;
        Ok((instance.id, format!("{} ({})", plugin.manifest().name, instance.id)))
    };
    instances.into_iter().map(name).collect()
}

/// Writes what plugins have stored.
fn write_rows(path: &Path, kept: &MemoryStorage, names: &HashMap<u32, String>) -> io::Result<()> {
    let mut writer = LineWriter::new(Target::open(Some(path))?);
    let mut rows = kept.rows();
    rows.sort();
    for (config, key, json) in rows {
        let mut line = b"{\"plugin\":".to_vec();
        trace::quote(&mut line, names.get(&config).map_or("", String::as_str));
        line.extend_from_slice(b",\"key\":");
        trace::quote(&mut line, &key);
        line.extend_from_slice(b",\"value\":");
        line.extend_from_slice(&json);
        line.extend_from_slice(b"}\n");
        writer.write(&line)?;
    }
    writer.commit()
}

fn make_worker(
    plan: &Plan,
    plugins: &[(&str, &'static dyn Plugin)],
    kept: Option<Rc<MemoryStorage>>,
) -> Result<Worker, String> {
    let mut configs = Vec::new();
    let mut add = |instances: &[InstancePlan]| -> Result<Vec<usize>, String> {
        let first = configs.len();
        for instance in instances {
            configs.push(instance_config(instance, plugins)?);
        }
        Ok((first..configs.len()).collect())
    };
    let default = add(&plan.chain)?;
    let mut teams = HashMap::new();
    for (team, instances) in &plan.teams {
        teams.insert(*team, add(instances)?);
    }
    let clock: Box<dyn Clock> = match plan.clock {
        Some(time) => Box::new(FixedClock(time)),
        None => Box::new(SystemClock),
    };
    // Runs for tests and comparison have nothing to lose.
    let storage: Box<dyn Storage> = match kept {
        Some(kept) => Box::new(kept),
        None if plan.is_sequential() => Box::new(MemoryStorage::default()),
        None => Box::new(RunStorage::default()),
    };
    let services = Services {
        clock,
        zone: time_zone()?,
        log: Box::new(StderrLog),
        random: plan.seed.map_or_else(|| Random::unrepeatable(arbitrary_seed()), Random::new),
        storage,
    };
    let limits = Limits {
        loop_milliseconds: (plan.limits.loop_seconds * 1000.0) as u64,
        memory: plan.limits.event_memory,
        stack: PLUGIN_STACK,
    };
    let options = Options { limits, recording: plan.trace.is_some(), plugin_status: plan.plugin_status };
    Worker::new(&configs, Chains { default, teams }, services, options)
}

fn find(name: &str, plugins: &[(&str, &'static dyn Plugin)]) -> Result<&'static dyn Plugin, String> {
    let found = plugins.iter().find(|(known, _)| *known == name);
    found.map(|(_, plugin)| *plugin).ok_or_else(|| format!("this program has no plugin `{name}`"))
}

/// The zone that the variable `TZ` names; UTC without it.
fn time_zone() -> Result<Zone, String> {
    match env::var("TZ") {
        Ok(name) if !name.is_empty() => Zone::named(&name)
            .ok_or_else(|| format!("TZ: there is no time zone `{name}`; a name such as `Europe/Berlin` is needed")),
        Ok(_) | Err(_) => Ok(Zone::utc()),
    }
}

fn instance_config(plan: &InstancePlan, plugins: &[(&str, &'static dyn Plugin)]) -> Result<InstanceConfig, String> {
    let plugin = find(&plan.plugin, plugins)?;
    let attachments = plan.attachments.iter().map(|(key, attachment)| {
        let path = &attachment.path;
        Ok(Attachment {
            key: key.clone(),
            content_type: attachment.content_type.clone(),
            file_name: attachment.file_name.clone(),
            contents: fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?,
        })
    });
    Ok(InstanceConfig {
        plugin,
        id: plan.id,
        config: plan.config.as_ref().map_or("{}", |config| config.get()).as_bytes().to_vec(),
        attachments: attachments.collect::<Result<_, String>>()?,
    })
}

/// A seed that differs from run to run.
fn arbitrary_seed() -> u32 {
    RandomState::new().hash_one(0) as u32
}
