//! Serves the built pages as static files under a sub-path, as a documentation site would.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;
use tower_http::services::ServeDir;

/// The sub-path. Nothing may rely on being served at the root.
const UNDER: &str = "/docs/x";

/// How much later a piece of a page comes: by then the script of a page that came before is there.
const LATER: Duration = Duration::from_millis(700);

/// The policy that a strict page has.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A folder that `cargo xtask test` names in the environment.
pub(crate) fn folder(variable: &str) -> PathBuf {
    let help = "run these tests with `cargo xtask test`, which sets it";
    PathBuf::from(
        std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set: {help}")),
    )
}

static ADDRESS: LazyLock<String> = LazyLock::new(serve);
/// The same files at another port, which is another origin.
static OTHER: LazyLock<String> = LazyLock::new(serve);

fn serve() -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, site()).await.unwrap();
        });
    });
    format!("http://{}", receiver.recv().unwrap())
}

/// The address of `page`, which is in the built folder or in `tests/pages/site`; with a slash
/// before it, from the root of the server.
pub(crate) fn address(page: &str) -> String {
    match page {
        _ if page.starts_with("file://") => page.to_owned(),
        _ if page.starts_with('/') => format!("{}{page}", *ADDRESS),
        _ => format!("{}{UNDER}/{page}", *ADDRESS),
    }
}

/// An address at another origin.
pub(crate) fn elsewhere(path: &str) -> String {
    format!("{}{path}", *OTHER)
}

fn site() -> Router {
    let own = ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site"));
    let built = ServeDir::new(folder("STATE_CHART_DIST")).fallback(own);
    let mut site = Router::new()
        .nest_service("/npm", ServeDir::new(folder("STATE_CHART_NPM")))
        .nest_service("/team", ServeDir::new(folder("STATE_CHART_EMBEDDED")));
    for under in [
        UNDER, "/strict", "/no-wasm", "/missing", "/spa", "/plain", "/open", "/garbled", "/wayless",
    ] {
        site = site.nest_service(under, built.clone());
    }
    let small = ServeDir::new(folder("STATE_CHART_DIST")).precompressed_br();
    let own = ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site"));
    site.nest_service("/brotli", small.fallback(own))
        .route(
            "/service/{operation}",
            axum::routing::post(crate::backend::operate),
        )
        .layer(from_fn(watch))
}

/// What each sub-path does to what is served below it, as servers in the wild do.
fn spoil(path: &str, response: Response) -> Response {
    let header = |response: Response, name: &'static str, value: &'static str| {
        let mut response = response;
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
        response
    };
    let wasm = path.ends_with("widget_bg.wasm");
    match path.split('/').nth(1).unwrap_or_default() {
        "strict" => header(response, "content-security-policy", STRICT),
        "no-wasm" => header(
            response,
            "content-security-policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'",
        ),
        "missing" if wasm => StatusCode::NOT_FOUND.into_response(),
        "spa" if wasm => header(
            "<!doctype html><title>home</title>".into_response(),
            "content-type",
            "text/html",
        ),
        "garbled" if wasm => header(
            "not any more".into_response(),
            "content-type",
            "application/wasm",
        ),
        "wayless" if path.ends_with("tools_bg.wasm") => StatusCode::NOT_FOUND.into_response(),
        "plain" if path.ends_with("widget.js") => header(response, "content-type", "text/plain"),
        "open" => header(response, "access-control-allow-origin", "*"),
        _ => response,
    }
}

/// A page as a slow server sends it: what follows each `<!-- later -->` comes later.
fn pieces(page: &str) -> Body {
    let pieces: Vec<_> = page.split("<!-- later -->").map(str::to_owned).collect();
    let pieces = futures_util::stream::iter(pieces.into_iter().enumerate());
    Body::from_stream(pieces.then(|(index, piece)| async move {
        if index > 0 {
            tokio::time::sleep(LATER).await;
        }
        Ok::<_, std::convert::Infallible>(piece)
    }))
}

/// Puts the script first that keeps all complaints of a page: WebDriver itself has no way to ask for them.
async fn watch(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/watch.js" {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("text/javascript"));
        return (headers, Body::from(include_str!("watch.js"))).into_response();
    }
    let response = spoil(&path, next.run(request).await);
    let kind = response.headers().get("content-type");
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let html = String::from_utf8(body.to_vec()).unwrap();
    let watched = html.replacen("<head>", "<head><script src=\"/watch.js\"></script>", 1);
    parts.headers.remove("content-length");
    Response::from_parts(parts, pieces(&watched))
}
