//! The browsers that tests run in, and the programs that drive them over WebDriver.

use super::{debian, install, on_path, quickly};
use crate::{root, say};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use xshell::Shell;

/// The version of geckodriver that is built where none is installed.
const GECKODRIVER: &str = "0.36.0";
/// How often to try whether a driver listens that does not say so, and how long to wait after each try.
const TIMES: usize = 600;
const PAUSE: Duration = Duration::from_millis(50);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

impl Kind {
    /// All of them; the first runs every test.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What people call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }
}

/// A browser engine that is here, and the program that drives it.
pub(crate) struct Engine {
    /// Which it is.
    pub(crate) kind: Kind,
    /// The driver.
    pub(crate) driver: PathBuf,
}

impl Engine {
    /// What a driver has to be told to start the browser.
    pub(crate) fn capabilities(&self, sh: &Shell) -> Result<String> {
        Ok(match self.kind {
            Kind::Chromium => sh.read_file(root()?.join("tests/web/webdriver.json"))?,
            Kind::Firefox => r#"{"moz:firefoxOptions": {"args": ["-headless"]}}"#.to_owned(),
            Kind::WebKit => {
                let browser = mini_browser().context("WebKit has no MiniBrowser here")?;
                format!(
                    r#"{{"browserName": "MiniBrowser", "webkitgtk:browserOptions": {{"binary": {:?}, "args": ["--automation"]}}}}"#,
                    browser.display().to_string()
                )
            }
        })
    }
}

/// All engines. One that cannot be had is an error in CI, and elsewhere named and left out; Chromium is
/// needed everywhere.
pub(crate) fn all(sh: &Shell) -> Result<Vec<Engine>> {
    let is_ci = sh.var_os("CI").is_some_and(|ci| !ci.is_empty());
    let mut engines = Vec::new();
    for kind in Kind::ALL {
        match find(sh, kind) {
            Ok(driver) => engines.push(Engine { kind, driver }),
            Err(error) if kind == Kind::Chromium || is_ci => return Err(error),
            Err(error) => say(&format!("tests in {} are left out: {error:#}", kind.name())),
        }
    }
    Ok(engines)
}

/// The driver of an engine, installed with its browser if it is missing.
pub(crate) fn find(sh: &Shell, kind: Kind) -> Result<PathBuf> {
    match kind {
        Kind::Chromium => chromium(sh),
        Kind::Firefox => firefox(sh),
        Kind::WebKit => webkit(sh),
    }
}

fn named(sh: &Shell, variable: &str, program: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named.or_else(|| on_path(sh, program))
}

fn chromium(sh: &Shell) -> Result<PathBuf> {
    let driver = || named(sh, "CHROMEDRIVER", "chromedriver");
    if driver().is_none() {
        debian(sh, &["chromium", "chromium-driver"], "a minute")
            .context("install Chrome or Chromium and the chromedriver of the same version, and put it on your PATH or into CHROMEDRIVER")?;
    }
    driver().context("chromedriver is still not on the PATH")
}

fn firefox(sh: &Shell) -> Result<PathBuf> {
    let browser = ["firefox", "firefox-esr"];
    if browser.iter().all(|name| on_path(sh, name).is_none()) {
        debian(sh, &["firefox-esr"], "a minute")
            .context("install Firefox, and put it on your PATH")?;
    }
    let driver = || named(sh, "GECKODRIVER", "geckodriver");
    if driver().is_none() {
        let _quick = quickly(sh);
        install(
            sh,
            "geckodriver",
            GECKODRIVER,
            "about 3 minutes",
            &["--locked"],
        )
        .context("install geckodriver, and put it on your PATH or into GECKODRIVER")?;
    }
    driver().context("geckodriver is still not on the PATH")
}

fn webkit(sh: &Shell) -> Result<PathBuf> {
    let driver = || named(sh, "WEBKITDRIVER", "WebKitWebDriver");
    let missing = [
        (
            driver().is_none() || mini_browser().is_none(),
            "webkit2gtk-driver",
        ),
        (on_path(sh, "Xvfb").is_none(), "xvfb"),
    ];
    let packages = missing.into_iter();
    let packages = packages.filter_map(|(is_missing, package)| is_missing.then_some(package));
    let packages: Vec<&str> = packages.collect();
    if !packages.is_empty() {
        debian(sh, &packages, "a minute")
            .context("install WebKitGTK's WebKitWebDriver and MiniBrowser, and Xvfb")?;
    }
    driver().context("WebKitWebDriver is still not on the PATH")
}

/// The browser that WebKitGTK brings; it is on no PATH.
fn mini_browser() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?;
    let folders = folders.filter_map(|entry| Some(entry.ok()?.path()));
    let folders = folders.chain(["/usr/lib", "/usr/libexec"].map(PathBuf::from));
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let files = folders.flat_map(|folder| versions.map(|it| folder.join(it).join("MiniBrowser")));
    files.into_iter().find(|file| file.is_file())
}

/// A running driver; it ends with this value.
pub(crate) struct Driver {
    /// Where it listens.
    pub(crate) url: String,
    /// The driver last, before it the display that it draws on.
    processes: Vec<Child>,
}

impl Driver {
    /// Starts the driver of `engine` on a port that is free.
    pub(crate) fn start(engine: &Engine) -> Result<Self> {
        let mut driver = Self {
            url: String::new(),
            processes: Vec::new(),
        };
        let port = match engine.kind {
            Kind::Chromium => driver.run(&engine.driver, &["--port=0"], port)?,
            Kind::Firefox => driver.run(&engine.driver, &["--port", "0"], port)?,
            Kind::WebKit => driver.webkit(&engine.driver)?,
        };
        driver.url = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// Starts a program and waits until a line of what it says has what `find` is for.
    fn run<T>(
        &mut self,
        program: &Path,
        options: &[&str],
        find: fn(&str) -> Option<T>,
    ) -> Result<T> {
        let mut process = Command::new(program)
            .args(options)
            .stdout(Stdio::piped())
            // Firefox writes much there that is not about the tests.
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let said = process.stdout.take();
        self.processes.push(process);
        let mut lines = BufReader::new(said.context("the program says nothing")?).lines();
        let mut readable = lines.by_ref().map_while(Result::ok);
        let found = readable.find_map(|line| find(&line));
        // What it goes on to write has to be read, or it would stop when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        found.with_context(|| format!("{} ended before it was ready", program.display()))
    }

    /// WebKit has no mode without a window: it gets a display that nobody sees.
    fn webkit(&mut self, program: &Path) -> Result<u16> {
        let options = [
            "-displayfd",
            "1",
            "-screen",
            "0",
            "2600x1400x24",
            "-nolisten",
            "tcp",
            // Else it would restart when the last browser has gone, while the next one comes.
            "-noreset",
        ];
        let display = self.run(Path::new("Xvfb"), &options, |line| {
            line.trim().parse::<u32>().ok()
        })?;
        // The driver does not choose a port by itself.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{display}"))
            .env("GDK_BACKEND", "x11")
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        self.processes.push(process);
        for _ in 0..TIMES {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(port);
            }
            std::thread::sleep(PAUSE);
        }
        bail!("{} does not listen", program.display())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            // It may have ended by itself, and then there is nothing left to end.
            let _: std::io::Result<()> = process.kill();
            let _: std::io::Result<_> = process.wait();
        }
    }
}

/// The port in the line with which a driver says that it has started.
fn port(line: &str) -> Option<u16> {
    let begins = ["started successfully on port ", "Listening on 127.0.0.1:"];
    let (_, rest) = begins.iter().find_map(|begin| line.split_once(begin))?;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_in_the_line_that_a_driver_says_when_it_is_ready() {
        assert_eq!(
            port("ChromeDriver was started successfully on port 34567."),
            Some(34567)
        );
        assert_eq!(port("Starting ChromeDriver 156.0 on port 0"), None);
        assert_eq!(
            port("1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:45678"),
            Some(45678)
        );
    }
}
