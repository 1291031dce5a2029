#!/usr/bin/env bash
# Uploads dist/ to a bucket: bash upload.sh s3://bucket[/a/b]. Types and caching are kept with each file.
# What is hashed goes first and what is gone goes last, so that no page is there before what it names.
set -euo pipefail
bucket=${1:?Say where to: upload.sh s3://bucket}
dist="$(dirname "${BASH_SOURCE[0]}")/../../dist"
[ -f "$dist/index.html" ] || { echo "There is no $dist/index.html. Build the site first: npm run build" >&2; exit 1; }

# What the network compresses by itself and what other hosts read stays here.
leave=(--exclude '*.br' --exclude '*.gz' --exclude '_headers' --exclude '_redirects' --exclude '.nojekyll')
hashed='public, max-age=31536000, immutable'
other='public, max-age=0, must-revalidate'

# upload CACHING TYPE PATTERN...: files of the patterns; a type of - is left to the tool's own table.
upload() {
  local caching=$1 type=$2
  shift 2
  local only=(--exclude '*')
  for pattern; do only+=(--include "$pattern"); done
  local typed=()
  [ "$type" = - ] || typed=(--content-type "$type")
  aws s3 cp "$dist" "$bucket" --recursive "${only[@]}" "${leave[@]}" --cache-control "$caching" "${typed[@]}"
}

upload "$hashed" 'font/woff2' '_astro/*.woff2'
upload "$hashed" 'text/javascript; charset=utf-8' '_astro/*.js'
upload "$hashed" 'text/css; charset=utf-8' '_astro/*.css'
upload "$other" 'text/csv; charset=utf-8' '*.csv'
upload "$other" 'application/epub+zip' '*.epub'
upload "$other" 'text/markdown; charset=utf-8' '*.md'
upload "$other" 'application/manifest+json' '*.webmanifest'
upload "$other" 'text/plain; charset=utf-8' '*.txt'

# All the rest but pages, then the pages.
typed=(--exclude '*.csv' --exclude '*.epub' --exclude '*.md' --exclude '*.webmanifest' --exclude '*.txt')
aws s3 cp "$dist" "$bucket" --recursive --exclude '_astro/*.woff2' --exclude '_astro/*.js' --exclude '_astro/*.css' \
  --exclude '*.html' "${typed[@]}" "${leave[@]}" --cache-control "$other"
upload "$other" 'text/html; charset=utf-8' '*.html'

aws s3 sync "$dist" "$bucket" --delete --size-only "${leave[@]}" --exclude '_astro/*'
