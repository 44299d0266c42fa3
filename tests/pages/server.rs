//! Serves the built pages as static files under a sub-path, as a documentation site would.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::path::PathBuf;
use std::sync::LazyLock;
use tower_http::services::ServeDir;

/// The sub-path. Nothing may rely on being served at the root.
const UNDER: &str = "/docs/x";

/// A folder that `cargo xtask test` names in the environment.
pub(crate) fn folder(variable: &str) -> PathBuf {
    let help = "run these tests with `cargo xtask test`, which sets it";
    PathBuf::from(
        std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set: {help}")),
    )
}

static ADDRESS: LazyLock<String> = LazyLock::new(|| {
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
});

/// The sub-path of the sites of others.
const TEAM: &str = "/team";

/// The address of `page`, which is in the built folder or in `tests/pages/site`; of one that
/// begins with `/`, as it stands.
pub(crate) fn address(page: &str) -> String {
    let under = if page.starts_with('/') { "" } else { UNDER };
    let slash = if under.is_empty() { "" } else { "/" };
    format!("{}{under}{slash}{page}", *ADDRESS)
}

fn site() -> Router {
    let own = ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site"));
    let built = ServeDir::new(folder("STATE_CHART_DIST")).fallback(own);
    Router::new()
        .nest_service(UNDER, built)
        .nest_service(TEAM, ServeDir::new(folder("STATE_CHART_EMBEDDED")))
        .nest_service("/npm", ServeDir::new(folder("STATE_CHART_NPM")))
        .layer(from_fn(watch))
}

/// Puts the script first that keeps all complaints of a page: WebDriver itself has no way to ask for them.
async fn watch(request: Request, next: Next) -> Response {
    if request.uri().path() == "/watch.js" {
        let mut response = Response::new(Body::from(include_str!("watch.js")));
        let kind = axum::http::HeaderValue::from_static("text/javascript");
        response.headers_mut().insert("content-type", kind);
        return response;
    }
    let response = next.run(request).await;
    let kind = response.headers().get("content-type");
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let html = String::from_utf8(body.to_vec()).unwrap();
    let watched = html.replacen("<head>", "<head><script src=\"/watch.js\"></script>", 1);
    parts.headers.remove("content-length");
    Response::from_parts(parts, Body::from(watched))
}
