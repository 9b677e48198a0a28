#!/usr/bin/env bash
# The Debian package of a built program: build_deb.sh FOLDER_OF_THE_PROGRAM VERSION TARGET_FOLDER
# Prints the package's file. Files are linked, not copied, where the drive is the same.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$1 version=$2 target=$3
icons=$here/../../resources/icons
mkdir -p "$target"
stage=$(mktemp -d "$target/deb.XXXXXX")
trap 'rm -rf "$stage"' EXIT

install -d "$stage/opt" "$stage/usr/bin" "$stage/DEBIAN"
cp -al "$program" "$stage/opt/crack-review" 2>/dev/null || { rm -rf "$stage/opt/crack-review"; cp -a "$program" "$stage/opt/crack-review"; }
for name in crack-review crack-review-cli; do
    ln -s "/opt/crack-review/$name" "$stage/usr/bin/$name"
done
install -D -m 644 "$here/crack-review.desktop" "$stage/usr/share/applications/crack-review.desktop"
install -D -m 644 "$icons/crack-review.svg" "$stage/usr/share/icons/hicolor/scalable/apps/crack-review.svg"
install -D -m 644 "$program/LICENSE" "$stage/usr/share/doc/crack-review/copyright"
ln -s /opt/crack-review/THIRD-PARTY.txt "$stage/usr/share/doc/crack-review/THIRD-PARTY.txt"

libc=$(getconf GNU_LIBC_VERSION | cut -d ' ' -f 2)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" -e "s/@LIBC@/$libc/" \
    -e "s/@SIZE@/$(du -sk "$stage" | cut -f 1)/" "$here/control.in" > "$stage/DEBIAN/control"
install -m 755 "$here/postrm" "$stage/DEBIAN/postrm"
(cd "$stage" && find opt usr -type f -print0 | xargs -0 md5sum) > "$stage/DEBIAN/md5sums"
# mktemp's folder is the package's root folder: everybody has to be able to read it.
chmod 755 "$stage"
file="$target/crack-review_${version}_$(dpkg --print-architecture).deb"
dpkg-deb --root-owner-group -Zzstd -z3 --build "$stage" "$file" >&2
echo "$file"
