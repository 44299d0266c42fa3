// Loads the widget from the address in the query.
const script = document.createElement("script");
script.src = location.search.slice(1);
document.head.append(script);
