#!/bin/sh
# clean-root.sh ROOT PACKAGE WORKSPACE installs a Debian package in a root that holds a shell, five programs and the C
# library, and nothing else; builds the workspace there; and purges the package. Prints every file that it left, and
# every one that is missing. Needs root; run it by unshare --mount, so that its mounts end with it.
set -eu
root=$1
package=$2
workspace=$3

mkdir -p "$root"
mkdir -p "$root/tmp" "$root/proc" "$root/dev" "$root/etc" "$root/usr/bin"
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"
mount -t proc proc "$root/proc"
mknod -m 666 "$root/dev/null" c 1 3
chmod 1777 "$root/tmp"
ln -s usr/bin "$root/bin"

put() {
  mkdir -p "$root${1%/*}"
  [ -e "$root$1" ] || cp -L "$1" "$root$1"
}
for program in sh rm mv cp mktemp readlink; do
  file=/usr/bin/$program
  put "$file"
  for library in $(ldd "$file" | grep -o '/[^ ]*'); do
    put "$library"
  done
done
c=$(ldd /usr/bin/sh | grep -o '/[^ ]*/libc\.so[^ ]*')
for library in libdl.so.2 libm.so.6 libpthread.so.0 librt.so.1; do
  put "${c%/*}/$library"
done

: >"$root/var/lib/dpkg/available"
: >"$root/var/lib/dpkg/info/libc6.list"
cat >"$root/var/lib/dpkg/status" <<STATUS
Package: libc6
Status: install ok installed
Architecture: $(dpkg --print-architecture)
Version: $(dpkg-query --show --showformat '${Version}' libc6)
Maintainer: nobody <nobody@nowhere.example>
Description: copied from the machine

STATUS

list() {
  (cd "$root" && find . \( -path ./proc -o -path ./var/lib/dpkg \) -prune -o -print | sort)
}
list >"$root.before"
dpkg "--root=$root" --log=/dev/null --install "$package" >&2
# Its cache was made, and it runs by its name.
[ -s "$root/usr/lib/papack/lib/papack.aot" ] && [ -s "$root/usr/lib/papack/lib/papack-short.aot" ]
cp -R "$workspace" "$root/tmp/game"
chroot "$root" /usr/bin/papack build --frozen /tmp/game >&2
chroot "$root" /usr/bin/papack verify /tmp/game >&2
rm -rf "$root/tmp/game"
dpkg "--root=$root" --log=/dev/null --purge papack >&2
list >"$root.after"
diff "$root.before" "$root.after"
