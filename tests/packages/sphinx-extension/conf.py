project = "A manual"
extensions = ["state_chart_element"]
