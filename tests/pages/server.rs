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
        _ if page.starts_with("file://") || page.starts_with("data:") => page.to_owned(),
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
        .nest_service("/guide", ServeDir::new(folder("STATE_CHART_SITE")))
        .nest_service("/team", ServeDir::new(folder("STATE_CHART_EMBEDDED")));
    for under in [
        UNDER,
        "/strict",
        "/no-wasm",
        "/missing",
        "/cut",
        "/bytes",
        "/spa",
        "/plain",
        "/open",
        "/garbled",
        "/wayless",
        "/wordless",
        "/types",
    ] {
        site = site.nest_service(under, built.clone());
    }
    let small = ServeDir::new(folder("STATE_CHART_DIST")).precompressed_br();
    let own = ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site"));
    site.nest_service("/brotli", small.fallback(own))
        .nest_service("/mixed/{file}", built)
        .route("/answer/{kind}", axum::routing::get(answer))
        .route("/cdn/{package}", axum::routing::get(package))
        .route("/cdn/{package}/{file}", axum::routing::get(package))
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
        "types" if path.ends_with(".js") && !path.ends_with("/state-chart.js") => {
            header(response, "content-type", "text/plain")
        }
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
        "cut" if wasm => header(
            b"\0asm\x01\0\0\0\x01".into_response(),
            "content-type",
            "application/wasm",
        ),
        "bytes" if wasm => header(response, "content-type", "application/octet-stream"),
        "wayless" if path.ends_with("tools_bg.wasm") => StatusCode::NOT_FOUND.into_response(),
        "wordless" if path.contains("words-") => StatusCode::NOT_FOUND.into_response(),
        "plain" if path.ends_with("widget.js") => header(response, "content-type", "text/plain"),
        "open" => header(response, "access-control-allow-origin", "*"),
        _ => response,
    }
}

/// The npm package, as servers of packages hand out its files; where none is named, that of its field `unpkg`.
async fn package(path: axum::extract::RawPathParams) -> Response {
    let folder = folder("STATE_CHART_DIST").with_file_name("npm");
    let manifest = std::fs::read_to_string(folder.join("package.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let named = path.iter().find(|(name, _)| *name == "file");
    let file = named.map_or_else(|| manifest["unpkg"].as_str().unwrap(), |(_, file)| file);
    let kind = match file.rsplit('.').next() {
        Some("wasm") => "application/wasm",
        _ => "text/javascript",
    };
    let open = ("access-control-allow-origin", "*");
    let bytes = std::fs::read(folder.join(file)).unwrap();
    ([("content-type", kind), open], bytes).into_response()
}

/// A chart whose names are markup.
fn injected() -> String {
    let names: serde_json::Value =
        serde_json::from_str(include_str!("site/injection.json")).unwrap();
    serde_json::json!({
        "version": 1,
        "title": names[0],
        "groups": [{ "title": names[1], "operations": names }],
        "rows": [{ "states": names, "allowed": names }],
    })
    .to_string()
}

/// What a server may answer in place of a chart.
async fn answer(axum::extract::Path(kind): axum::extract::Path<String>) -> Response {
    let json = include_str!("../../static/charts/biztalk-services.json");
    let json = json.replacen("BizTalk", "B\u{ef}zTalk", 1);
    let of_type =
        |kind: &'static str, body: Vec<u8>| ([("content-type", kind)], body).into_response();
    match kind.as_str() {
        "broken" => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        "page" => of_type("text/html", b"<!doctype html><title>home</title>".to_vec()),
        // Each letter as one byte, as servers with old files do.
        "latin" => of_type("application/json", json.chars().map(|c| c as u8).collect()),
        "injection" => of_type("application/json", injected().into_bytes()),
        "never" => std::future::pending().await,
        _ => of_type("application/json", json.into_bytes()),
    }
}

/// A file as another build has it: from the folder of one, if there is one, else of this with another name.
fn of_another_build(file: &str, bytes: &[u8]) -> Vec<u8> {
    if let Some(folder) = std::env::var_os("STATE_CHART_OTHER_BUILD") {
        return std::fs::read(PathBuf::from(folder).join(file)).unwrap();
    }
    let own = std::fs::read_to_string(folder("STATE_CHART_DIST").join("state-chart-widget.js"));
    let own = own.unwrap();
    let (_, name) = own.rsplit_once("export const build=\"").unwrap();
    let name = name.as_bytes().get(..8).unwrap();
    let mut bytes = bytes.to_vec();
    let mut places: Vec<_> = (0..bytes.len().saturating_sub(7)).collect();
    places.retain(|at| bytes[*at..].starts_with(name));
    assert!(!places.is_empty(), "{file} does not know its build");
    for at in places {
        bytes[at..at + 8].copy_from_slice(b"another1");
    }
    bytes
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
    let mixed = { path.strip_prefix("/mixed/") }.and_then(|rest| rest.split_once('/'));
    if let Some((file, _)) = mixed.filter(|(file, asked)| file == asked) {
        let (mut parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        parts.headers.remove("content-length");
        return Response::from_parts(parts, Body::from(of_another_build(file, &body)));
    }
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
