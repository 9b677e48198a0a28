#!/usr/bin/env bash
# The AppImage of a built program: build_appimage.sh FOLDER_OF_THE_PROGRAM VERSION TARGET_FOLDER
# Needs appimagetool in the PATH, or its file in APPIMAGETOOL (https://github.com/AppImage/appimagetool).
# With ONLY_FOLDER=1 it stops at the folder that would be packed and prints it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$1 version=$2 target=$3
icon=$here/../../resources/icons/crack-review.svg
folder=$target/CrackReview.AppDir

rm -rf "$folder"
install -d "$folder/usr/lib"
cp -al "$program" "$folder/usr/lib/crack-review" 2>/dev/null || { rm -rf "$folder/usr/lib/crack-review"; cp -a "$program" "$folder/usr/lib/crack-review"; }
install -m 644 "$here/crack-review.desktop" "$folder/crack-review.desktop"
install -m 644 "$icon" "$folder/crack-review.svg"
ln -s crack-review.svg "$folder/.DirIcon"
cat > "$folder/AppRun" <<'RUN'
#!/bin/sh
# Linked as crack-review-cli, or started with a command, it is the command line.
here=${APPDIR:-$(dirname "$(readlink -f "$0")")}
case ${ARGV0##*/} in
    *-cli) exec "$here/usr/lib/crack-review/crack-review-cli" "$@" ;;
    *) exec "$here/usr/lib/crack-review/crack-review" "$@" ;;
esac
RUN
chmod 755 "$folder/AppRun"

if [[ ${ONLY_FOLDER:-} ]]; then
    echo "$folder"
    exit
fi
file="$target/CrackReview-$version-$(uname -m).AppImage"
ARCH=$(uname -m) VERSION=$version "${APPIMAGETOOL:-appimagetool}" --no-appstream "$folder" "$file" >&2
rm -rf "$folder"
echo "$file"
