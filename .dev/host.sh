# shellcheck shell=bash
# Where to work: on this system if it is new enough, else in the Debian 13 root. Sourced by ../dev.

# What a new enough system must have: a library (pkg-config's name and version), a program (its command), a binding
# or a font (its family), then the package that brings it in Debian and Ubuntu, and in Fedora.
needs_to_build=(
  'command cc            gcc                          gcc'
  'command pkg-config    pkgconf                      pkgconf-pkg-config'
  'command meson         meson                        meson'
  'command ninja         ninja-build                  ninja-build'
  'command msgfmt        gettext                      gettext'
  'command glib-compile-resources libglib2.0-dev-bin  glib2-devel'
  'command update-desktop-database desktop-file-utils desktop-file-utils'
  'command update-mime-database shared-mime-info      shared-mime-info'
  'command xmllint       libxml2-utils                libxml2'
  'command appstreamcli  appstream                    appstream'
  'library gtk4>=4.18    libgtk-4-dev                 gtk4-devel'
  'library libadwaita-1>=1.7 libadwaita-1-dev         libadwaita-devel'
  'library gtksourceview-5 libgtksourceview-5-dev     gtksourceview5-devel'
  'library poppler-glib>=25 libpoppler-glib-dev       poppler-glib-devel'
  'library libqpdf       libqpdf-dev                  qpdf-devel'
  'library libxml-2.0    libxml2-dev                  libxml2-devel'
  'library libarchive    libarchive-dev               libarchive-devel'
  'library harfbuzz      libharfbuzz-dev              harfbuzz-devel'
  'library fontconfig    libfontconfig-dev            fontconfig-devel'
  'library freetype2     libfreetype-dev              freetype-devel'
  'library cairo         libcairo2-dev                cairo-devel'
)
needs_to_show=( # the tests and the picture of the window
  'command Xvfb          xvfb                         xorg-x11-server-Xvfb'
  'command xdotool       xdotool                      xdotool'
  'command xclip         xclip                        xclip'
  'command import        imagemagick                  ImageMagick'
  'command dbus-run-session dbus-daemon               dbus-daemon'
  'command pdffonts      poppler-utils                poppler-utils'
  'command qpdf          qpdf                         qpdf'
  'command bsdtar        libarchive-tools             bsdtar'
  'command python3       python3                      python3'
  'typelib Atspi-2.0     gir1.2-atspi-2.0             at-spi2-core'
  'library x11           libx11-dev                   libX11-devel'
  'library xtst          libxtst-dev                  libXtst-devel'
)
fonts=( # without them the page is set in the nearest that is there
  'font Noto_Serif_CJK_SC fonts-noto-cjk              google-noto-serif-cjk-fonts'
  'font Noto_Serif_CJK_SC_SemiBold fonts-noto-cjk-extra google-noto-serif-cjk-fonts'
  'font Noto_Sans_CJK_SC fonts-noto-cjk               google-noto-sans-cjk-fonts'
  'font LXGW_WenKai      fonts-lxgw-wenkai            lxgw-wenkai-fonts'
  'font AR_PL_KaitiM_GB  fonts-arphic-gkai00mp        -'
  'font Liberation_Serif fonts-liberation             liberation-serif-fonts'
)

has () {
  case $1 in
    command) command -v "$2" >/dev/null ;;
    library) pkg-config --exists "${2/>=/ >= }" 2>/dev/null ;;
    typelib) compgen -G "/usr/lib*/girepository-1.0/$2.typelib" >/dev/null || compgen -G "/usr/lib/*/girepository-1.0/$2.typelib" >/dev/null ;;
    font) fc-list "${2//_/ }" family 2>/dev/null | grep -q . || fc-list :fullname="${2//_/ }" family 2>/dev/null | grep -q . ;;
  esac
}

# Prints the packages that bring what is missing of the lines given.
missing_packages () {
  local line kind name debian fedora found=()
  for line in "$@"; do
    read -r kind name debian fedora <<<"$line"
    if ! has "$kind" "$name"; then
      if is_fedora; then found+=("$fedora"); else found+=("$debian"); fi
    fi
  done
  [ ${#found[@]} -eq 0 ] || printf '%s\n' "${found[@]}" | grep -vx -e - | sort -u | paste -sd' '
}

is_fedora () {
  command -v dnf >/dev/null
}

install_line () {
  if is_fedora; then echo "sudo dnf install $*"; else echo "sudo apt-get install --no-install-recommends $*"; fi
}

host_has_libraries () {
  pkg-config --exists 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'poppler-glib >= 25' 2>/dev/null
}

# Could this system's own packages bring the libraries?
host_can_have_libraries () {
  if is_fedora; then
    [ "$(. /etc/os-release; echo "${VERSION_ID%%[!0-9]*}")" -ge 42 ] 2>/dev/null
  elif command -v apt-cache >/dev/null; then
    offers libgtk-4-dev 4.18 && offers libadwaita-1-dev 1.7 && offers libpoppler-glib-dev 25
  else
    return 1
  fi
}

offers () {
  local candidate
  candidate=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ { print $2 }')
  [ -n "$candidate" ] && dpkg --compare-versions "$candidate" ge "$2"
}

# Prints host or root, or ends with what to do.
choose_place () {
  case ${CHENGWEN_DEV:-auto} in
    inside|host) echo host; return ;;
    root) echo root; return ;;
    auto) ;;
    *) die "CHENGWEN_DEV is '$CHENGWEN_DEV'; it can be auto, host or root." ;;
  esac
  if host_has_libraries; then
    echo host
  elif [ -e "$root" ]; then
    echo root
  elif host_can_have_libraries && [ "${CI:-}" != true ]; then
    echo host
  elif command -v dpkg >/dev/null; then
    echo root
  else
    die "This system has no GTK 4.18, libadwaita 1.7 and poppler-glib 25 or newer with their development files." \
        "Install them, or use Debian 11 or newer, Ubuntu 22.04 or newer, or Fedora 42 or newer."
  fi
}

# Ends with the line that installs what is missing on the host for the lines given.
need () {
  local missing
  missing=$(missing_packages "$@")
  [ -z "$missing" ] || die "Some packages are missing. Install them with this line, then try again:" "  $(install_line "$missing")"
}

# On the host 仿宋 comes into the cache, seen through a fontconfig file that adds it to the system's fonts. Nothing of it
# stops the work: the program says itself which typefaces it had to replace.
use_host_fonts () {
  local folder=$cache/fonts/fandol missing
  missing=$(missing_packages "${fonts[@]}")
  [ -z "$missing" ] || say "Some fonts are missing; the page will be set in others. To install them: $(install_line "$missing")"
  if has font FandolFang; then return; fi
  if [ ! -e "$folder/FandolFang-Regular.otf" ]; then
    if command -v apt-get >/dev/null; then
      say "Fetching the typeface FandolFang (仿宋, 50 MB), once."
      rm -rf "$folder.part"
      if sh -c "$fandol_script" sh "$folder.part" >&2; then
        mkdir -p "${folder%/*}" && rm -rf "$folder" && mv -T "$folder.part" "$folder"
      fi
    fi
  fi
  if [ -e "$folder/FandolFang-Regular.otf" ]; then
    printf '%s\n' '<?xml version="1.0"?>' '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">' '<fontconfig>' \
      '  <include>/etc/fonts/fonts.conf</include>' "  <dir>$cache/fonts</dir>" '</fontconfig>' >"$cache/fonts.conf"
    export FONTCONFIG_FILE=$cache/fonts.conf
  else
    say "The typeface FandolFang (仿宋) is missing. Copy FandolFang-Regular.otf of TeX Live (in Fedora: texlive-fandol) to $folder"
  fi
}
