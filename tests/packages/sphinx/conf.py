project = "A manual"
html_static_path = ["_static"]
html_js_files = [("state-chart/state-chart.js", {"defer": "defer"})]
