# Sourced by run.sh and test.sh, after they set `root` to the checkout.
# Makes sure of Python, the system's libraries and the virtual environment; installs only what is missing.

venv=$root/.venv
python=$venv/bin/python

case ${MINGBAI_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
[zZ][hH]*) chinese=yes ;;
*) chinese= ;;
esac

# told CHINESE ENGLISH
told() { if [ -n "$chinese" ]; then printf '%s\n' "$1"; else printf '%s\n' "$2"; fi; }

say() { told "$@" >&2; }

give_up() {
    say "$@"
    exit 1
}

# The newest Python that is new enough.
choose_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        found=$(command -v "$name" 2>/dev/null) || continue
        if "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$found"
            return
        fi
    done
    give_up '明白账需要 Python 3.11 或更新版本，请安装（软件包 python3）后再启动。' \
        'Mingbai Ledger needs Python 3.11 or newer. Please install it (package python3) and start again.'
}

# Debian and Ubuntu renamed some libraries when they made time 64 bits wide.
package_name() {
    if apt-cache show "$1t64" >/dev/null 2>&1; then printf '%s\n' "$1t64"; else printf '%s\n' "$1"; fi
}

install_packages() {
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null 2>&1 ||
        give_up "系统缺少一些组件，请安装（Debian 里的名称）：$*" \
            "Something is missing on this system. Please install what Debian calls: $*"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        give_up "请让管理这台电脑的人安装这些软件包：$*" \
            "Please ask whoever looks after this computer to install these packages: $*"
    fi
    say "正在安装系统软件包：$*" "Installing from the system's packages: $*"
    $as_root apt-get -qq update >/dev/null ||
        say '软件包清单没有更新成功，先用旧的。' 'The list of packages could not be renewed; trying with the old one.'
    names=
    for wanted in "$@"; do names="$names $(package_name "$wanted")"; done
    # shellcheck disable=SC2086  # several names, and no sudo for root
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install --yes --no-install-recommends $names >/dev/null </dev/null ||
        give_up "这些软件包没有装上，请手动安装：$names" \
            "These packages could not be installed; please install them by hand:$names"
}

has_library() {
    # ldconfig is not on everyone's PATH.
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q "[[:space:]]$1 "
}

has_chinese_font() {
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
    else
        # Qt finds fonts without fc-list, so its absence alone is no reason to install it.
        find /usr/share/fonts /usr/local/share/fonts \
            \( -iname '*cjk*' -o -iname 'wqy*' -o -iname 'simsun*' -o -iname 'sourcehan*' \) 2>/dev/null |
            grep -q .
    fi
}

# What Qt needs of the system: `offscreen` for tests, `window` for a person.
# The answer is remembered inside the environment, because asking again takes longer than a start may.
need_qt() {
    [ ! -e "$venv/.qt-$1" ] || return 0
    missing=
    while read -r kind library package; do
        [ "$kind" = offscreen ] || [ "$1" = window ] || continue
        has_library "$library" || missing="$missing $package"
    done <<'LIBRARIES'
offscreen libglib-2.0.so.0 libglib2.0-0
offscreen libEGL.so.1 libegl1
offscreen libGL.so.1 libgl1
offscreen libfontconfig.so.1 libfontconfig1
offscreen libdbus-1.so.3 libdbus-1-3
offscreen libxkbcommon.so.0 libxkbcommon0
offscreen libgssapi_krb5.so.2 libgssapi-krb5-2
window libxcb-cursor.so.0 libxcb-cursor0
window libxkbcommon-x11.so.0 libxkbcommon-x11-0
window libxcb-icccm.so.4 libxcb-icccm4
window libxcb-keysyms.so.1 libxcb-keysyms1
window libxcb-shape.so.0 libxcb-shape0
window libwayland-cursor.so.0 libwayland-cursor0
window libcups.so.2 libcups2
LIBRARIES
    has_chinese_font || missing="$missing fonts-wqy-microhei"
    # shellcheck disable=SC2086  # a list of names
    install_packages $missing
    : >"$venv/.qt-$1"
}

# The packages of those commands and files, told on standard input with their packages, that are not here.
lacking() {
    while read -r needed packages; do
        # shellcheck disable=SC2086  # a pattern
        case $needed in
        /*) set -- $needed && [ -e "$1" ] ;;
        *) command -v "$needed" >/dev/null 2>&1 ;;
        esac || printf ' %s' "$packages"
    done
}

# need_tools MARK: what tests need beside the program, asked for once. Where it cannot be had those tests are skipped,
# and say why.
need_tools() {
    [ ! -e "$venv/.$1" ] || return 0
    tools=$(lacking)
    # shellcheck disable=SC2086  # a list of names
    (install_packages $tools) || return 0
    : >"$venv/.$1"
}

# The stories drive the window by keys: a screen of their own, a window manager, a keyboard, the names that a screen
# reader hears, pinyin.
need_screen() {
    (need_qt window) || return 0
    need_tools screen <<'TOOLS'
Xvfb xvfb
openbox openbox
xdotool xdotool
xkbcomp x11-xkb-utils
dbus-daemon dbus
/usr/libexec/at-spi-bus-launcher at-spi2-core
/usr/lib/*/girepository-1.0/Atspi-2.0.typelib gir1.2-atspi-2.0
/usr/lib/python3/dist-packages/gi python3-gi
ibus-daemon ibus
/usr/share/ibus/component/libpinyin.xml ibus-libpinyin
TOOLS
}

# Workbooks and letters are opened by another program than ours.
need_office() {
    need_tools office <<'TOOLS'
soffice libreoffice-calc-nogui
/usr/lib/libreoffice/program/libswlo.so libreoffice-writer-nogui
pdftotext poppler-utils
desktop-file-validate desktop-file-utils
TOOLS
}

# The pins and the interpreter they were installed for.
stamp() { { cat "$1"; readlink -f "$python"; } | cksum; }

# need_pins FILE…: the environment holds exactly these pins. The last file holds all of the earlier ones.
need_pins() {
    for pins in "$@"; do last=$pins; done
    mark=$venv/.stamp-$(basename "$last")
    if [ -x "$python" ] && [ -e "$mark" ] && [ "$(cat "$mark")" = "$(stamp "$last")" ]; then return 0; fi

    if ! "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        base=$(choose_python)
        if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
            install_packages "$("$base" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')"
        fi
        say '正在准备程序的位置（只有第一次）…' 'Making room for the program (only the first time) …'
        "$base" -m venv --clear "$venv"
    fi
    say '正在获取程序的组件（有变化时才需要）…' 'Fetching the parts of the program (only when they change) …'
    # Wheels only: nothing is compiled, and no code of a package runs while it is installed.
    PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_REQUIRE_VIRTUALENV=1 \
        "$python" -m pip install --quiet --require-hashes --only-binary=:all: -r "$last" >&2 ||
        give_up '组件没有获取成功，请检查网络后再启动；没有丢失任何东西。' \
            'The parts could not be fetched. Please check the connection and start again; nothing is lost.'
    for pins in "$@"; do stamp "$pins" >"$venv/.stamp-$(basename "$pins")"; done
}
