# Makes the scripts of the element into the folder of the page. Trunk calls it.
set -e
cd "$TRUNK_SOURCE_DIR/src/element/js"
flags="--bundle --minify --target=es2022 --log-level=warning --external:./state-chart-*"
esbuild state-chart-element.js state-chart-content.js state-chart-missing.js state-chart-sections.js state-chart-diagnosis.js --format=esm $flags --outdir="$TRUNK_STAGING_DIR"
esbuild state-chart.js --format=iife $flags --outdir="$TRUNK_STAGING_DIR"
