// Serves files from memory, compressed beforehand, with the types and headers that a good host gives.
import { createServer } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
};

/** The body as brotli: at its best, which is what the sizes in all reports are of; pages, which none is of, quickly. */
const brotli = (path, body) => {
  const quality = path.endsWith(".html") ? 5 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params });
};

/** Serves `files` (path to body) on a free port; answers with the address and a function that ends it. */
export async function serve(files) {
  const ready = new Map([...files].map(([path, body]) => [path, brotli(path, Buffer.from(body))]));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const body = ready.get(path);
    if (!body) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    response.writeHead(200, {
      "content-type": TYPES[path.split(".").at(-1)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "max-age=3600",
      // An isolated page has a clock of 5 microseconds in place of 100.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
