project = "A handbook"
extensions = ["myst_parser", "state_chart_element"]
html_theme = "furo"
myst_enable_extensions = ["colon_fence"]
