//! A static host on loopback, with the strictest policy that the page works under. A thread and one answer a connection:
//! a browser opens several at once and keeps some idle, and none may keep another waiting.

use super::{Outcome, print};
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// The content security policy that the page promises to work under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
                      connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'";
/// A request of a browser is shorter.
const LONGEST_REQUEST: u64 = 64 * 1024;
/// A connection that asks for nothing is closed after so long.
const PATIENCE: Duration = Duration::from_secs(60);

type Site = HashMap<String, Vec<u8>>;

/// Serves the files until the process ends; prints the address once it answers.
pub fn serve(site: Vec<(String, Vec<u8>)>, port: u16) -> Result<Outcome> {
    let site: Arc<Site> = Arc::new(site.into_iter().collect());
    let listen = |port: u16| TcpListener::bind(("127.0.0.1", port));
    let listener = listen(port).or_else(|_| listen(0)).context("cannot listen on loopback")?;
    let address = listener.local_addr().context("cannot tell the address")?;
    print::text(|to| Ok(writeln!(to, "http://{address}/")?))?;
    for connection in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        // A reader who goes away before the answer is through is no error.
        std::thread::spawn(move || drop(answer(connection, &site)));
    }
    Ok(Outcome::Done)
}

fn answer(connection: TcpStream, site: &Site) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(&connection).take(LONGEST_REQUEST).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The fields of a request change nothing here, but they have to be read before it is answered.
    for field in lines {
        if field?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    let path = url.split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let name = if path.is_empty() { "index.html" } else { path };
    let missing = format!("no {name} here\n");
    let (status, kind, body) = match (method, site.get(name)) {
        ("GET" | "HEAD", Some(bytes)) => ("200 OK", media_type(name), bytes.as_slice()),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain; charset=utf-8", missing.as_bytes()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", &b""[..]),
    };
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for (field, value) in [
        ("Content-Type", kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-cache"),
    ] {
        head.push_str(&format!("{field}: {value}\r\n"));
    }
    let mut writer = &connection;
    writer.write_all(format!("{head}\r\n").as_bytes())?;
    if method != "HEAD" {
        writer.write_all(body)?;
    }
    connection.shutdown(Shutdown::Write)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}
