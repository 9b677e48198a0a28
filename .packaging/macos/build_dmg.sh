#!/usr/bin/env bash
# The disk image of a built program: build_dmg.sh "dist/Crack Review.app" VERSION TARGET_FOLDER
#
# Signed and notarised where these are set, else neither, and macOS then opens it only after System Settings › Privacy
# & Security › Open Anyway (before macOS 15: a right click and “Open”):
#   CODESIGN_IDENTITY   "Developer ID Application: …", in a keychain that is unlocked. Set it for pyinstaller, too: that
#                       signs every library and both programs, from the inside out, with the entitlements beside this.
#   NOTARY_PROFILE      made once by: xcrun notarytool store-credentials NAME --apple-id … --team-id … --password …
set -euo pipefail

app=$1 version=$2 target=$3
file="$target/CrackReview-$version-$(uname -m).dmg"

# Without an identity PyInstaller's signature names nobody, and has to be whole all the same.
codesign --verify --deep --strict "$app"

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
# The system's own virus scanner holds new volumes now and then ("Resource busy").
for wait_s in 5 20 60 0; do
    hdiutil create -quiet -ov -volname "Crack Review" -srcfolder "$stage" -format UDZO "$file" && break
    [[ $wait_s != 0 ]] || exit 1
    sleep "$wait_s"
done

if [[ ${CODESIGN_IDENTITY:-} && ${NOTARY_PROFILE:-} ]]; then
    codesign --force --timestamp --sign "$CODESIGN_IDENTITY" "$file"
    xcrun notarytool submit "$file" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$file"
    spctl --assess --type open --context context:primary-signature --verbose "$file"
fi
echo "$file"
