# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys share: the program under an account of its own, its widgets found as a screen reader finds them, real
keys and clicks, and a report in TAP.

Each file of journeys runs on a session bus of its own, in folders of its own, on the display it is given. Nothing here
waits for a time to pass: it waits for what must come, and for PATIENCE seconds at most.
"""

import contextlib
import gettext
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30
PROGRAM = os.environ['CHENGWEN_PROGRAM']
SAMPLES = Path(os.environ['CHENGWEN_SAMPLES'])
SHARED = Path(os.environ['CHENGWEN_SHARED'])
LOCALES = os.environ['CHENGWEN_LOCALES']
RESULTS = Path(os.environ['G_TEST_BUILDDIR']) / 'journey'
ENGLISH, CHINESE = 'C.UTF-8', 'zh_CN.UTF-8'


class Skip(Exception):
    """What a journey raises when something it needs is not installed here."""


def wait(condition, what, patience=PATIENCE):
    """Returns what condition returns, as soon as that is true. Nodes may go away while they are looked at."""
    end = time.monotonic() + patience
    while True:
        trouble = ''
        try:
            result = condition()
            if result:
                return result
        except GLib.Error as error:
            trouble = f' ({error.message})'
        if time.monotonic() > end:
            raise AssertionError(f'not within {patience} s: {what}{trouble}')
        time.sleep(.05)


def expect(have, want):
    if have != want:
        raise AssertionError(f'want {want!r}, have {have!r}')


def run(*arguments, **options):
    """Runs a command to its end and returns what it printed."""
    return subprocess.run([str(a) for a in arguments], check=True, stdout=subprocess.PIPE, text=True, timeout=4 * PATIENCE, **options).stdout


def translator(locale):
    """Returns the function that says an English string of the program as the program says it in the locale."""
    language = locale.split('.')[0]
    found = gettext.translation('chengwen', LOCALES, [language], fallback=locale == ENGLISH)

    def say(text, context=None):
        translated = found.pgettext(context, text) if context else found.gettext(text)
        if locale == CHINESE and not re.search('[\u4e00-\u9fff]', translated):
            raise AssertionError(f'not in Chinese: {text!r}')
        return re.sub(r'\(_\w\)|_', '', translated)  # no mnemonics
    return say


class Account:
    """Folders of a user who has never started the program."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='journey-'))
        self.home = self.folder / 'home'
        for name in ['home', 'config/gtk-4.0', 'data', 'state', 'cache']:
            (self.folder / name).mkdir(parents=True)
        (self.folder / 'config/gtk-4.0/settings.ini').write_text('[Settings]\ngtk-enable-animations=0\n')

    def environment(self, locale):
        names = {f'XDG_{name.upper()}_HOME': str(self.folder / name) for name in ['config', 'data', 'state', 'cache']}
        environment = dict(os.environ, HOME=str(self.home), LC_ALL=locale, LANG=locale, GSETTINGS_BACKEND='memory',
                           GSK_RENDERER='cairo', GDK_BACKEND='x11', G_DEBUG='fatal-criticals', **names)
        for name in ['GTK_A11Y', 'LANGUAGE']:
            environment.pop(name, None)
        return environment

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Program:
    """The program, running, in one window or more."""

    running = []

    def __init__(self, account, *arguments, locale=ENGLISH, start=False, **more):
        """Without arguments a new document is begun, unless the journey has to do with the start window."""
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)  # there is no main loop here that would keep it fresh
        self.account = account
        self.locale = locale
        self.say = translator(locale)
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=account.home, stdout=sys.stderr,
                                        env=dict(account.environment(locale), **more))
        Program.running.append(self)
        self.root = self.wait(self._find_root, 'the program with a window')
        self.window = self.wait(lambda: self.x_windows() and self.x_windows()[-1], 'an X window')
        self.focus(self.window)
        if not arguments and not start:
            self.keys('ctrl+n')
            self.change_window()

    def change_window(self):
        """Waits for another window to take the place of the one there is, and gives it the keyboard."""
        def other():
            windows = self.x_windows()
            return windows and self.window not in windows and windows[-1]
        self.window = self.wait(other, 'another window')
        self.focus(self.window)

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def wait(self, condition, what, patience=PATIENCE):
        """As wait(), but a program that has ended is not waited for."""
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f'the program has ended with {self.process.returncode} before: {what}')
            return condition()
        return wait(look, what, patience)

    # --- windows as X has them ---

    def x_windows(self, name='.'):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--all', '--pid', str(self.process.pid), '--name', name],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
        return found.stdout.split()

    def focus(self, window):
        """Gives a window the keyboard, as a window manager would; there is none."""
        self.window = window

        def has_it():
            subprocess.run(['xdotool', 'windowraise', window, 'windowfocus', window], stderr=subprocess.DEVNULL, check=False)
            return run('xdotool', 'getwindowfocus').strip() == window
        self.wait(has_it, f'window {window} to have the keyboard')

    def resize(self, width, height):
        run('xdotool', 'windowsize', '--sync', self.window, width, height)
        self.wait(lambda: abs(self.frame().width - width) < 2, f'a window {width} wide')

    def dialog(self, title):
        """Waits for a window of its own with this title and gives it the keyboard."""
        window = self.wait(lambda: self.x_windows(f'^{re.escape(title)}$'), f'the dialog {title!r}')[-1]
        main, self.window = self.window, window
        self.focus(window)
        return main

    # --- widgets as a screen reader finds them ---

    def frames(self):
        return [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]

    def frame(self, index=0):
        return extents(self.frames()[index])

    def walk(self, node=None):
        """Every node that shows, from the node down."""
        node = node or self.root
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child and is_state(child, Atspi.StateType.SHOWING):
                yield from self.walk(child)

    def look(self, role, name):
        """Returns the node that shows now with this role and this name, a string or a pattern, or None."""
        return next(self.matches(role, name), None)

    def look_lowest(self, role, name):
        """As look(), but the lowest in the window: a dialog lies below the bars."""
        return max(self.matches(role, name), key=lambda node: self.box(node)[1], default=None)

    def matches(self, role, name):
        fits = name.search if hasattr(name, 'search') else name.__eq__
        return (node for node in self.walk() if node.get_role_name() == role and fits(node.get_name()))

    def find(self, role, name, patience=PATIENCE):
        return self.wait(lambda: self.look(role, name), f'{role} {name!r}', patience)

    def wait_gone(self, role, name):
        self.wait(lambda: not self.look(role, name), f'{role} {name!r} to go')

    def editor(self):
        return self.find('text', self.say('Text of the document'))

    def text(self):
        return text_of(self.editor())

    def wait_text(self, want):
        editor = self.editor()
        try:
            self.wait(lambda: text_of(editor) == want, 'the text')
        except AssertionError:
            raise AssertionError(differ(text_of(editor), want)) from None

    def caret(self):
        return Atspi.Text.get_caret_offset(self.editor())

    def style(self):
        """The style of the line the caret is in, as the window names it."""
        names = [self.say(name) for name in ['Title', 'Subtitle', 'Addressees', 'Heading 1', 'Heading 2', 'Heading 3', 'Heading 4',
                                             'Paragraph', 'Signatory', 'Date']]
        for node in self.walk():
            if node.get_role_name() == 'toggle button' and node.get_name() in names:
                return node.get_name()
        return None

    def wait_style(self, name):
        self.wait(lambda: self.style() == self.say(name), f'the style {name!r}')

    def page_shown(self):
        """The page that shows and how many there are, as the preview says it."""
        pattern = re.compile('^' + self.say('Page %u of %u').replace('%u', r'(\d+)') + '$')
        node = self.find('document text', pattern)
        return tuple(int(n) for n in pattern.match(node.get_name()).groups())

    def counts(self):
        """Pages and characters, as the line at the foot says them: “6 pages · 3210 characters”."""
        node = self.find('label', re.compile(r'^\d+ ?\D+ · \d+ ?\D+$'))
        return tuple(int(n) for n in re.findall(r'\d+', node.get_name()))

    # --- what hands do ---

    def box(self, node):
        """Where a node is in its X window: left, top, width and height."""
        place, frame = extents(node), extents(top_of(node))
        # Without a compositor GTK draws a border of its own inside the X window, which AT-SPI counts twice.
        return place.x - 2 * frame.x, place.y - 2 * frame.y, place.width, place.height

    def click(self, node):
        """Clicks in the middle of a node, once it has come to rest: a dialog that opens still moves."""
        before = None

        def at_rest():
            nonlocal before
            before, last = self.box(node), before
            return before == last
        for _ in range(3):
            before = None
            self.wait(at_rest, f'{node.get_name()!r} to rest')
        left, top, width, height = before
        self.click_at(left + width // 2, top + height // 2)

    def click_at(self, x, y):
        """Clicks at a place of the X window."""
        run('xdotool', 'mousemove', '--window', self.window, int(x), int(y), 'click', 1)

    def press(self, name, role='button'):
        self.click(self.find(role, self.say(name)))

    def keys(self, *keys):
        run('xdotool', 'key', '--delay', 30, *keys)

    def type(self, text):
        """Types ASCII key by key; anything else comes by the clipboard, for the keyboard has no such keys."""
        if text.isascii():
            run('xdotool', 'type', '--delay', 20, text)
        else:
            copy(text)
            self.keys('ctrl+v')

    def export_draft(self):
        """Says what to do about the placeholders that are left. In Chinese the button names its key as well."""
        self.click(self.find('button', re.compile('^' + re.escape(self.say('Export as _Draft')))))

    def answer_file_dialog(self, title, path, opening=False):
        """Types a path into the file dialog of this title. One that opens files has its entry only when it is asked for."""
        main = self.dialog(title)
        if opening:
            self.wait(self.focused, 'the keyboard in the dialog')
            self.keys('ctrl+l')
        self.wait(lambda: self.focused() and self.focused().get_role_name() == 'text', 'the keyboard in the dialog’s entry')
        self.keys('ctrl+a')
        self.type(str(path))
        self.wait(lambda: text_of(self.focused()) == str(path), f'{path} in the dialog’s entry')
        self.press_until_gone(title)
        self.focus(main)

    def press_until_gone(self, title):
        """Return opens what the entry names; while the folder is still read it only completes the name."""
        def gone():
            return not self.x_windows(f'^{re.escape(title)}$')
        for _ in range(5):
            self.keys('Return')
            with contextlib.suppress(AssertionError):
                self.wait(gone, 'the dialog to go', PATIENCE / 5)
                return
        raise AssertionError(f'the dialog {title!r} does not go')

    def focused(self):
        """The node that has the keyboard in the window that has it."""
        for frame in self.frames():
            if is_state(frame, Atspi.StateType.ACTIVE):
                for node in self.walk(frame):
                    if is_state(node, Atspi.StateType.FOCUSED):
                        return node
        return None

    # --- the end ---

    def wait_end(self):
        with contextlib.suppress(subprocess.TimeoutExpired):
            expect(self.process.wait(PATIENCE), 0)
            return
        raise AssertionError('the program does not end')

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()


clipboards = []  # programs that hold what was copied, until something else is


def copy(text):
    holder = subprocess.Popen(['xclip', '-quiet', '-selection', 'clipboard', '-i'], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    clipboards.append(holder)
    holder.stdin.write(text.encode())
    holder.stdin.close()
    wait(lambda: subprocess.run(['timeout', '2', 'xclip', '-selection', 'clipboard', '-o'], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, check=False).stdout == text.encode(), 'the clipboard')


def top_of(node):
    """The window a node is in."""
    parent = node.get_parent()
    while parent.get_role_name() != 'application':
        node, parent = parent, parent.get_parent()
    return node


def is_state(node, state):
    return node.get_state_set().contains(state)


def extents(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def differ(have, want):
    """Says where two long texts part."""
    at = len(os.path.commonprefix([have, want]))
    return f'texts differ at {at}: want …{want[max(at - 10, 0):at + 40]!r}…, have …{have[max(at - 10, 0):at + 40]!r}…'


def photograph(name):
    """Takes a picture of the screen for people to look at."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    picture = RESULTS / f'{name}.png'
    subprocess.run(['import', '-window', 'root', str(picture)], check=False, timeout=PATIENCE)
    return picture


# --- the report ---

def take(journey, theme):
    """Goes one journey in an account of its own and returns its line of the report and what went wrong."""
    name = f'/journey/{theme}/{journey.__name__.replace("_", "-")}'
    account = Account()
    try:
        journey(account)
        return f'ok {{}} {name}', ''
    except Skip as reason:
        return f'ok {{}} {name} # SKIP {reason}', ''
    except Exception:
        return f'not ok {{}} {name}', f'{traceback.format_exc()}\nThe screen then: {photograph(name.strip("/").replace("/", "-"))}'
    finally:
        for program in Program.running:
            program.kill()
        Program.running.clear()
        for holder in clipboards:
            holder.kill()
            holder.wait()
        clipboards.clear()
        account.remove()


def go(journeys, report):
    theme = Path(sys.argv[0]).stem.removeprefix('test-')
    wanted = [j for j in journeys if not sys.argv[1:] or j.__name__ in sys.argv[1:]]
    print(f'1..{len(wanted)}', file=report, flush=True)
    failed = 0
    for number, journey in enumerate(wanted, 1):
        line, fault = take(journey, theme)
        failed += line.startswith('not ok')
        print(line.format(number), *[f'# {part}' for part in fault.splitlines()], sep='\n', file=report, flush=True)
    return failed > 0


def main(*journeys):
    """Goes the journeys, or those named as arguments, on a session bus of their own, and prints TAP."""
    if 'JOURNEY_REPORT' in os.environ:
        with os.fdopen(int(os.environ['JOURNEY_REPORT']), 'w', encoding='utf-8') as report:
            sys.exit(go(journeys, report))
    # The bus and the services it starts chatter, and some outlive it a while: they get a file, not the pipes of the test.
    with tempfile.TemporaryDirectory(prefix='journey-bus-', ignore_cleanup_errors=True) as home, tempfile.TemporaryFile('w+') as log:
        runtime = Path(home) / 'run'
        runtime.mkdir(mode=0o700)
        environment = {k: v for k, v in os.environ.items() if not k.startswith('XDG_') or k == 'XDG_DATA_DIRS'}
        environment.pop('G_DEBUG', None)  # AT-SPI's own library warns of every widget that goes while it is looked at
        with os.fdopen(os.dup(1), 'wb') as report:
            environment.update(HOME=home, XDG_RUNTIME_DIR=str(runtime), JOURNEY_REPORT=str(report.fileno()), PYTHONDONTWRITEBYTECODE='1',
                               ATSPI_NO_CACHE='1')
            command = ['dbus-run-session', '--', sys.executable, *sys.argv]
            done = subprocess.run(command, env=environment, stdout=log, stderr=log, pass_fds=[report.fileno()], check=False)
        log.seek(0)
        sys.stderr.write(log.read())
        sys.exit(done.returncode)
