//! A static host on loopback, with the strictest policy that the page works under.

use super::Outcome;
use anyhow::{Context, Result, anyhow};
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

/// The content security policy that the page promises to work under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
                      connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// Serves the files until the process ends; prints the address once it answers.
pub fn serve(site: Vec<(String, Vec<u8>)>, port: u16) -> Result<Outcome> {
    let site: Arc<HashMap<String, Vec<u8>>> = Arc::new(site.into_iter().collect());
    let listen = |port: u16| Server::http(("127.0.0.1", port));
    let server =
        listen(port).or_else(|_| listen(0)).map_err(|error| anyhow!("cannot listen on loopback: {error}"))?;
    println!("http://{}/", server.server_addr());
    std::io::stdout().flush().context("cannot write to standard output")?;
    for request in server.incoming_requests() {
        let site = Arc::clone(&site);
        // A reader who takes a large file slowly keeps nobody waiting; one who goes away before it is through is no error.
        std::thread::spawn(move || drop(answer(request, &site)));
    }
    Ok(Outcome::Done)
}

fn answer(request: Request, site: &HashMap<String, Vec<u8>>) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let url = request.url().to_owned();
    let path = url.split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let name = if path.is_empty() { "index.html" } else { path };
    match site.get(name) {
        Some(bytes) => {
            let mut response = Response::from_data(bytes.as_slice());
            for (field, value) in [
                ("Content-Type", media_type(name)),
                ("Content-Security-Policy", POLICY),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "no-cache"),
            ] {
                response.add_header(Header::from_bytes(field, value).expect("the fields are plain ASCII"));
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string(format!("no {name} here\n")).with_status_code(404)),
    }
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
