// A browser that has none.
delete window.WebAssembly;
