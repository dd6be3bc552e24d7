//! The built site on the loopback interface.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use lexopt::{Arg, Parser, ValueExt};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{build, project, toolchain, wasm};

const PORT: u16 = 8765;

/// Requests answered at once.
const THREADS: usize = 4;

/// How to serve.
#[derive(Debug)]
pub struct Options {
    port: u16,
}

impl Options {
    /// Reads the arguments after `serve`.
    pub fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self { port: PORT };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("port") => options.port = arguments.value()?.parse().context("--port")?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds the site and serves it until the program is ended.
pub fn serve(options: Options) -> Result<()> {
    // Before the build: minutes of work should not end in a busy port.
    let listener = listen(options.port)?;
    wasm::build(&toolchain::for_wasm()?)?;
    build::site()?;
    let site = Site::open(project::site())?;
    println!("http://{}/", listener.local_addr()?);
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("cannot serve: {error}"))?;
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| server.incoming_requests().for_each(|request| site.answer(request)));
        }
    });
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is in use by another program; choose one with `cargo xtask serve --port N`")
        }
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port} of 127.0.0.1")),
    }
}

/// A folder of files, and the policy that its first page states.
struct Site {
    folder: PathBuf,
    policy: String,
}

impl Site {
    fn open(folder: PathBuf) -> Result<Self> {
        let folder = folder.canonicalize().with_context(|| format!("there is no {}", folder.display()))?;
        let page = fs::read_to_string(folder.join("index.html")).context("the site has no index.html")?;
        let policy = content_security_policy(&page).context("index.html states no Content-Security-Policy")?;
        Ok(Self { policy: policy.to_owned(), folder })
    }

    fn answer(&self, request: Request) {
        let is_read = matches!(request.method(), Method::Get | Method::Head);
        let file = is_read.then(|| self.file(request.url())).flatten();
        let opened = file.and_then(|path| File::open(&path).ok().map(|file| (path, file)));
        // The other side may have gone away; there is nobody to tell.
        let _ = match opened {
            Some((path, file)) => request.respond(self.with_headers(Response::from_file(file), &content_type(&path))),
            None => {
                let (status, text) = if is_read { (404, "not found\n") } else { (405, "only GET and HEAD\n") };
                let response = Response::from_string(text).with_status_code(status);
                request.respond(self.with_headers(response, "text/plain; charset=utf-8"))
            }
        };
    }

    /// The file that a URL names, if it is one of the site's.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
        let path = if path.is_empty() { "index.html" } else { path };
        // The names of the site's files need no percent-encoding, so that nothing is decoded here.
        let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '%']);
        if !path.split('/').all(plain) {
            return None;
        }
        let file = self.folder.join(path).canonicalize().ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }

    fn with_headers<R: std::io::Read>(&self, response: Response<R>, content_type: &str) -> Response<R> {
        // The page's own policy does not reach its worker; a header does. Other pages state policies of their own.
        let policy =
            (!content_type.starts_with("text/html")).then_some(("Content-Security-Policy", self.policy.as_str()));
        let headers = [
            ("Content-Type", content_type),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-cache"),
        ];
        let headers =
            headers.into_iter().chain(policy).filter_map(|(name, value)| Header::from_bytes(name, value).ok());
        headers.fold(response, Response::with_header)
    }
}

/// What `<meta http-equiv="Content-Security-Policy" content="…">` says.
fn content_security_policy(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (tag, _) = rest.split_once('>')?;
    let (_, content) = tag.split_once("content=\"")?;
    Some(content.split_once('"')?.0)
}

fn content_type(path: &Path) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const PAGE: &str = r#"<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'">
<title>A page</title>"#;

    fn site(name: &str) -> Site {
        let base = std::env::temp_dir().join(format!("article-analyzer-{}-{name}", std::process::id()));
        fs::create_dir_all(base.join("site/assets")).unwrap();
        fs::write(base.join("secret.txt"), "not for you").unwrap();
        fs::write(base.join("site/index.html"), PAGE).unwrap();
        fs::write(base.join("site/.hidden"), "").unwrap();
        fs::write(base.join("site/assets/core-1a2b.wasm"), [0, b'a', b's', b'm']).unwrap();
        Site::open(base.join("site")).unwrap()
    }

    #[test]
    fn urls() {
        let site = site("urls");
        let table = [
            ("/", Some("index.html")),
            ("/?lang=en", Some("index.html")),
            ("/index.html#text", Some("index.html")),
            ("/assets/core-1a2b.wasm", Some("assets/core-1a2b.wasm")),
            // No listing of folders.
            ("/assets", None),
            ("/assets/", None),
            // Nothing above the site.
            ("/../secret.txt", None),
            ("/assets/../../secret.txt", None),
            ("/..%2fsecret.txt", None),
            ("/%2e%2e/secret.txt", None),
            ("/..\\secret.txt", None),
            ("//etc/passwd", None),
            ("/C:/secret.txt", None),
            ("http://127.0.0.1/index.html", None),
            ("", None),
            ("/.hidden", None),
            ("/missing.js", None),
        ];
        for (url, expected) in table {
            assert_eq!(site.file(url), expected.map(|path| site.folder.join(path)), "{url}");
        }
        fs::remove_dir_all(site.folder.parent().unwrap()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_not_followed() {
        let site = site("link");
        std::os::unix::fs::symlink("../secret.txt", site.folder.join("link.txt")).unwrap();
        assert_eq!(site.file("/link.txt"), None);
        fs::remove_dir_all(site.folder.parent().unwrap()).unwrap();
    }

    #[test]
    fn content_types() {
        let table = [
            ("index.html", "text/html; charset=utf-8"),
            ("worker-1a2b.js", "text/javascript; charset=utf-8"),
            ("style.css", "text/css; charset=utf-8"),
            ("core.wasm", "application/wasm"),
            ("app.webmanifest", "application/manifest+json"),
            ("icon.svg", "image/svg+xml"),
            ("ja.bin", "application/octet-stream"),
            ("LICENSE", "application/octet-stream"),
        ];
        for (name, expected) in table {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn the_policy_is_the_one_of_the_page() {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
        assert_eq!(content_security_policy(PAGE), Some(policy));
        assert_eq!(content_security_policy("<title>none</title>"), None);
    }

    #[test]
    fn a_busy_port_is_named() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("--port"), "{error}");
    }
}
