# Makes the scripts of the element into the folder of the page. Trunk calls it. Without STATE_CHART_BUILD, they have
# no build that could be another one.
set -e
cd "$TRUNK_SOURCE_DIR/src/element/js"
flags="--bundle --minify --target=es2022 --log-level=warning --external:./state-chart-* --define:BUILD=${STATE_CHART_BUILD:-undefined}"
esbuild state-chart-element.js state-chart-content.js state-chart-missing.js state-chart-sections.js state-chart-diagnosis.js state-chart-source.js state-chart-words.js --format=esm $flags --outdir="$TRUNK_STAGING_DIR"
esbuild state-chart.js --format=iife $flags --outdir="$TRUNK_STAGING_DIR"
# The words of each language are a script, so that a bundler finds them. English is in the programs.
for file in ../../../static/words/*.json; do
  lang=$(basename "$file" .json)
  if [ "$lang" != en ]; then
    (printf 'export default '; cat "$file") | esbuild --minify --charset=utf8 --loader=js >"$TRUNK_STAGING_DIR/state-chart-words-$lang.js"
  fi
done
