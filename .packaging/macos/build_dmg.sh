#!/usr/bin/env bash
# The disk image of a built program: build_dmg.sh "dist/Crack Review.app" VERSION TARGET_FOLDER
#
# Signed and notarised where these are set, else neither, and macOS then asks for a right click and “Open”:
#   CODESIGN_IDENTITY   "Developer ID Application: …", in a keychain that is unlocked
#   NOTARY_PROFILE      made once by: xcrun notarytool store-credentials NAME --apple-id … --team-id … --password …
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app=$1 version=$2 target=$3
file="$target/CrackReview-$version-$(uname -m).dmg"

sign() {
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$CODESIGN_IDENTITY" "$@"
}

if [[ ${CODESIGN_IDENTITY:-} ]]; then
    # From the inside out: every library, then both programs, then the whole.
    find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 | while IFS= read -r -d '' library; do
        sign "$library"
    done
    sign "$app/Contents/MacOS/crack-review-cli"
    sign "$app"
    codesign --verify --deep --strict "$app"
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -ov -volname "Crack Review" -srcfolder "$stage" -format UDZO "$file"

if [[ ${CODESIGN_IDENTITY:-} && ${NOTARY_PROFILE:-} ]]; then
    codesign --force --timestamp --sign "$CODESIGN_IDENTITY" "$file"
    xcrun notarytool submit "$file" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$file"
    spctl --assess --type open --context context:primary-signature --verbose "$file"
fi
echo "$file"
