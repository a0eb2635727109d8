# shellcheck shell=bash
# The Debian 13 root: a folder in the user's cache that holds everything needed to build, run and test on a system too
# old to have it. Sourced by ../dev, which gives $cache, say and die.

suite=trixie
format=1 # raise it when a root made by this file would differ although the list of packages does not

packages=(
  # build
  gcc libc6-dev meson ninja-build pkgconf gettext git
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libgtksourceview-5-dev libglib2.0-bin libglib2.0-dev-bin
  libpoppler-glib-dev libqpdf-dev libxml2-dev libarchive-dev
  libharfbuzz-dev libfontconfig-dev libfreetype-dev libcairo2-dev libpango1.0-dev
  desktop-file-utils appstream libxml2-utils
  # run: icons (librsvg2-common draws the SVG ones), schemas, file types, languages
  adwaita-icon-theme librsvg2-common librsvg2-bin gsettings-desktop-schemas dconf-gsettings-backend
  shared-mime-info locales tzdata ca-certificates dbus-daemon dbus-x11 at-spi2-core
  fontconfig fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai fonts-arphic-gkai00mp fonts-liberation
  fonts-dejavu-core # of the interface, which would be in a typewriter face without
  # test
  xvfb xauth xdotool xclip imagemagick libxtst-dev libx11-dev
  python3 python3-gi gir1.2-atspi-2.0 fcitx5 fcitx5-pinyin fcitx5-frontend-gtk4 # fcitx5 brings libenchant-2-2, that hunspell-en-us
  poppler-utils qpdf libarchive-tools procps
  # look closer
  gdb-minimal valgrind clang clang-format libclang-rt-19-dev
)

root_key () {
  printf '%s\n' "$suite" "$format" "$HOSTTYPE" "${packages[@]}" | sha256sum | cut -c1-12
}
root=$cache/root-$suite-$(root_key)

# The first Debian archive among the host's own package sources; no address is written in this project.
debian_mirror () {
  if [ -n "${CHENGWEN_MIRROR:-}" ]; then
    echo "$CHENGWEN_MIRROR"
  else
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
      awk -F'|' '$1 == "Debian" && $2 == "Debian" { print $3; exit }'
  fi
}

# Names a tool's package if the tool is not there.
unless_found () {
  command -v "$1" >/dev/null || echo "$2"
}

need_root_tools () {
  local need=()
  mapfile -t need < <(unless_found mmdebstrap mmdebstrap; unless_found bwrap bubblewrap
                      [ "$(id -u)" = 0 ] || unless_found newuidmap uidmap)
  if [ ${#need[@]} -gt 0 ] && [ "$(id -u)" = 0 ]; then
    say "Installing ${need[*]}."
    local line=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${need[@]}")
    "${line[@]}" >&2 || { apt-get update -q >&2 && "${line[@]}" >&2; } ||
      die "apt-get could not install ${need[*]}; its message is above."
  elif [ ${#need[@]} -gt 0 ]; then
    die "This system is older than GTK 4.18, so a Debian 13 folder has to be made for you, and that takes a few tools." \
        "Ask an administrator to run this line, then try again:" \
        "  sudo apt-get install --no-install-recommends ${need[*]}"
  fi
  if [ "$(id -u)" != 0 ] && ! grep -qE "^($(id -un)|$(id -u)):" /etc/subuid; then
    die "Your account has no range of subordinate user numbers. Ask an administrator to run this line, then try again:" \
        "  sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi
  bwrap --ro-bind / / --dev /dev --unshare-pid true 2>/dev/null ||
    die "bwrap cannot make a sandbox here: this system forbids it (a container without the rights, or a security policy)." \
        "What it says: $(bwrap --ro-bind / / --dev /dev --unshare-pid true 2>&1)"
}

# FandolFang is the only free 仿宋 in Debian, inside a package of 50 MB for TeX: take the one file and its licence. Its
# Bold and Braille sisters must stay away, for they report the weight of the regular one.
# Run by a shell in the place that has apt; $1 is the folder for the font.
fandol_script='
  set -e
  dir=$(mktemp -d); chmod 755 "$dir"; cd "$dir"
  apt-get -q -o APT::Sandbox::User=root download texlive-lang-chinese
  dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb |
    tar -x --wildcards "*/fandol/FandolFang-Regular.otf" "*/texlive-doc/fonts/fandol/*"
  mkdir -p "$1"
  find . -name FandolFang-Regular.otf -exec install -m644 -t "$1" {} +
  find . -path "*fandol*" \( -name "COPYING*" -o -name "README*" \) -exec install -m644 -t "$1" {} +
  test -s "$1/FandolFang-Regular.otf"
  cd /; rm -rf "$dir"'

# Where mmdebstrap works: a place that other user numbers can reach, which a home folder is not.
work_prefix () {
  echo "${TMPDIR:-/tmp}/chengwen-$EUID-$(printf %s "$cache" | sha256sum | cut -c1-8)"
}

# Makes the root at $1 from the mirror $2. As root a folder; as an ordinary user a tarball unpacked as that user, so that
# the cache holds nothing they cannot remove.
unpack_root () {
  local to=$1 mirror=$2 proxy= work
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  local options=(
    --variant=apt --components=main
    --dpkgopt=force-unsafe-io # saves 20 s; an interrupted root is thrown away whole
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "5"'
    ${proxy:+--aptopt="Acquire::http::Proxy \"$proxy\""}
    --include="$(IFS=,; echo "${packages[*]}")"
    --customize-hook="chroot \"\$1\" sh -c '${fandol_script//\'/\'\\\'\'}' sh /usr/local/share/fonts/fandol"
    --customize-hook='rm -rf "$1"/usr/share/doc "$1"/usr/share/man "$1"/usr/share/info "$1"/usr/share/gtk-doc'
  )
  work=$(mktemp -d "$(work_prefix)-XXXXXX") && chmod 1777 "$work" || return 1 # an ordinary user's mmdebstrap works here under other user numbers
  if [ "$(id -u)" = 0 ]; then
    # If this script is killed, so is mmdebstrap with all it started and mounted.
    TMPDIR=$work setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc -- \
      mmdebstrap --mode=root "${options[@]}" "$suite" "$to" "$mirror" >&2 || return 1
  else
    TMPDIR=$work mmdebstrap --mode=unshare "${options[@]}" "$suite" "$to.tar" "$mirror" >&2 &&
      mkdir "$to" && tar -C "$to" --no-same-owner --exclude='./dev/*' -xf "$to.tar" && rm "$to.tar" || return 1
  fi
  rm -rf -- "$work"
}

# What needs the root's own programs: languages, font caches (their validity hangs on the folders' times, so last), and
# the files that are mounted over when the root is entered.
finish_root () {
  local to=$1 file
  for file in resolv.conf hosts passwd group; do
    rm -f "$to/etc/$file" && : >"$to/etc/$file" || return 1
  done
  # D-Bus wants a number of the machine.
  rm -f "$to/etc/machine-id" && tr -d - </proc/sys/kernel/random/uuid >"$to/etc/machine-id" || return 1
  bwrap --bind "$to" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --setenv PATH /usr/sbin:/usr/bin -- sh -e -c '
    localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
    localedef -i en_US -f UTF-8 en_US.UTF-8
    fc-cache -s -f'
}

# Roots of other package lists that nobody has entered for two weeks, and what interrupted set-ups left.
sweep_roots () {
  local old
  for old in "$cache"/root-*.part*; do remove_tree "$old"; done
  for old in "$(work_prefix)"-*; do
    if [ -O "$old" ]; then remove_workplace "$old"; fi
  done
  for old in "$cache"/root-*/; do
    old=${old%/}
    if [ "$old" != "$root" ] && [ -n "$(find "$old/.used" -mtime +14 2>/dev/null)" ]; then remove_tree "$old"; fi
  done
}

# An ordinary user's mmdebstrap may still be writing here, under numbers of which only its helper can remove a file. With
# the ground gone it soon ends; so try a few times. What is left after that does no harm.
remove_workplace () {
  local try
  for try in 1 2 3 4 5; do
    [ "$EUID" = 0 ] || mmdebstrap --unshare-helper sh -c 'rm -rf --one-file-system -- "$1"/*' sh "$1" >/dev/null 2>&1 || true
    remove_tree "$1" 2>/dev/null && return
    sleep 1
  done
}

remove_tree () {
  [ -e "$1" ] || return 0
  chmod -R u+w -- "$1" 2>/dev/null || true
  rm -rf --one-file-system -- "$1"
}

# Only a finished root ever has its name, by the rename at the end. Whatever an interrupted set-up left, and whatever of it
# still works on, the next one removes: the lock is this script's alone, and no child keeps it.
make_root () {
  local mirror part=$root.part$$
  need_root_tools
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock -n 9 || { say "Another set-up is at work; waiting for it to end."; flock 9; }
  if [ ! -e "$root" ]; then
    mirror=$(debian_mirror)
    [ -n "$mirror" ] ||
      die "This system's apt sources name no Debian archive. Give one and try again: CHENGWEN_MIRROR=http://… ./dev …"
    say "Making a Debian 13 folder for the build, once: about two minutes, 600 MB to fetch, 2 GB on the disk." \
        "It goes to $root"
    SECONDS=0
    sweep_roots
    unpack_root "$part" "$mirror" 9>&- || die "The Debian 13 folder could not be made; the reason is above. Running this again starts afresh."
    say "Making languages and font caches."
    finish_root "$part" 9>&- || die "The Debian 13 folder could not be finished; the reason is above. Running this again starts afresh."
    touch "$part/.used"
    mv -T -- "$part" "$root"
    sweep_roots # once more, for what an orphan put down meanwhile
    say "The Debian 13 folder is ready after $SECONDS s."
  fi
  exec 9>&-
}

# Is $1 below one of the folders that come from the root, so that it needs a mount of its own?
is_covered () {
  case $1/ in /usr/*|/etc/*|/var/*|/run/*) return 0 ;; *) return 1 ;; esac
}

# Runs a command inside, in place of this script. Only /usr, /etc and /var are the root's, and cannot be written; all
# else, the checkout, the home folder, /tmp with the X server's socket, any other file, is the host's at its own path.
enter_root () {
  local uid=$EUID dir name runtime
  local mounts=(
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc
    --dir /var/lib --dir /var/cache --ro-bind "$root/var/lib/dpkg" /var/lib/dpkg
    --ro-bind "$root/var/cache/fontconfig" /var/cache/fontconfig
    --dev-bind /dev /dev --proc /proc --ro-bind-try /sys /sys
    --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
    --ro-bind-try /etc/hosts /etc/hosts --ro-bind-try /etc/resolv.conf /etc/resolv.conf
    --ro-bind-try /run/cups /run/cups --ro-bind-try /run/dbus /run/dbus
  )
  for dir in "$root"/{bin,sbin,lib*}; do
    if [ -L "$dir" ]; then mounts+=(--symlink "usr/${dir##*/}" "/${dir##*/}"); fi
  done
  for dir in /* /var/*; do
    name=${dir##*/}
    case $dir in
      /bin|/sbin|/lib*|/usr|/etc|/var|/proc|/sys|/dev|/run|/boot|/lost+found) ;;
      /var/lib|/var/cache|/var/run|/var/lock) ;;
      *) if [ -L "$dir" ]; then mounts+=(--symlink "$(readlink "$dir")" "$dir")
         elif [ -d "$dir" ]; then mounts+=(--bind "$dir" "$dir"); fi ;;
    esac
  done

  runtime=${XDG_RUNTIME_DIR:-}
  if [ -d "$runtime" ] && [ -O "$runtime" ]; then
    mounts+=(--bind "$runtime" "$runtime") # Wayland, the session bus, portals
  else
    runtime=/run/user/$uid
    mounts+=(--perms 0700 --dir "$runtime")
  fi
  for dir in "$top" "$cache" "$HOME" "$PWD"; do
    if is_covered "$dir" && [ -d "$dir" ]; then mounts+=(--bind "$dir" "$dir"); fi
  done

  # The root knows these languages only; in any other GTK would complain and fall back to the same.
  local language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  case $language in zh_CN.[Uu]*|en_US.[Uu]*) ;; *) language=C.UTF-8 ;; esac
  unset "${!LC_@}"

  local environment=(
    --setenv CHENGWEN_DEV inside --setenv PATH /usr/local/bin:/usr/bin:/usr/sbin:/usr/games
    --setenv LANG "$language" --setenv XDG_RUNTIME_DIR "$runtime" --setenv TZ "${TZ:-$(host_time_zone)}"
  )
  # These name the host's libraries, modules and folders.
  for name in LD_LIBRARY_PATH LD_PRELOAD XDG_DATA_DIRS XDG_CONFIG_DIRS GIO_EXTRA_MODULES GIO_MODULE_DIR GTK_PATH GTK_MODULES \
              GDK_PIXBUF_MODULE_FILE GI_TYPELIB_PATH PKG_CONFIG_PATH FONTCONFIG_FILE FONTCONFIG_PATH PYTHONPATH PYTHONHOME; do
    environment+=(--unsetenv "$name")
  done

  touch "$root/.used"
  # bwrap must survive a Ctrl-C, for with it the command would be killed before it could answer; the command gets it back.
  trap '' INT QUIT
  exec bwrap "${mounts[@]}" "${environment[@]}" --unshare-pid --die-with-parent --chdir "$PWD" -- \
    env --default-signal=INT,QUIT "$@"
}

host_time_zone () {
  local zone
  zone=$(readlink -f /etc/localtime) && [[ $zone == /usr/share/zoneinfo/* ]] && echo "${zone#/usr/share/zoneinfo/}" || echo UTC
}
