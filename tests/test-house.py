#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the house: which room may know which, and that every room's words are translated. Prints TAP."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SRC = TOP / 'src'
ROOMS = ['document', 'typeset', 'formats', 'check', 'preview', 'app', 'cli']
# Within the typesetter too each folder includes only folders before it.
TYPESET = ['typeset', 'typeset/fonts', 'typeset/lines', 'typeset/tables', 'typeset/pages']
# In the document the values and what they are made of, then what makes one document from another.
DOCUMENT = [['', 'placeholders', 'tables', 'elements', 'values'], ['edits'], ['sections', 'lists', 'search'], ['period']]
SOURCES = sorted(p for p in SRC.rglob('*.[ch]'))


def room_of(path):
    return path.relative_to(SRC).parts[0]


def includes(path):
    return re.findall(r'^#include\s+["<]([^">]+)[">]', path.read_text(), re.M)


def rooms_look_up_only():
    """Each room includes only rooms above it."""
    for path in SOURCES:
        if path.parent == SRC:
            continue
        here = ROOMS.index(room_of(path))
        for name in includes(path):
            there = name.split('/')[0] if '/' in name else None
            if there in ROOMS and ROOMS.index(there) > here:
                yield f'{path.relative_to(TOP)} includes {name}'


def typeset_goes_from_fonts_to_pages():
    """Fonts know no lines, lines know no pages."""
    for path in (p for p in SOURCES if room_of(p) == 'typeset'):
        here = TYPESET.index(str(path.parent.relative_to(SRC)))
        for name in includes(path):
            there = os.path.dirname(name)
            if there in TYPESET and TYPESET.index(there) > here:
                yield f'{path.relative_to(TOP)} includes {name}'


def document_goes_from_values_to_edits():
    """What a document is knows nothing of how it is changed."""
    level = {'document/' + name if name else 'document': i for i, names in enumerate(DOCUMENT) for name in names}
    for path in (p for p in SOURCES if room_of(p) == 'document'):
        here = str(path.parent.relative_to(SRC))
        if here not in level:
            yield f'{here} has no place in the order'
            continue
        for name in includes(path):
            if level.get(os.path.dirname(name), 0) > level[here]:
                yield f'{path.relative_to(TOP)} includes {name}'


def no_widgets_below_the_preview():
    """Nothing below preview and app includes GTK."""
    for path in SOURCES:
        if path.parent == SRC or ROOMS.index(room_of(path)) >= ROOMS.index('preview'):
            continue
        for name in includes(path):
            if re.match(r'gtk/|gdk/|adwaita|gtksourceview/', name):
                yield f'{path.relative_to(TOP)} includes {name}'


def every_file_names_its_licence():
    """The licence stands in the first line of every source file."""
    for path in SOURCES + sorted((TOP / 'tests').rglob('*.[ch]')):
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in path.read_text().split('\n', 1)[0]:
            yield str(path.relative_to(TOP))


def files_stay_short():
    """No source file is longer than a reader can keep in mind."""
    for path in SOURCES:
        n_lines = len(path.read_text().splitlines())
        if n_lines > 600:
            yield f'{path.relative_to(TOP)} has {n_lines} lines'


def every_name_is_given_once():
    """No two headers give one name to two types or values."""
    named = {}
    for path in SOURCES:
        text = re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.S) if path.suffix == '.h' else ''
        names = re.findall(r'^\} (Cw\w+);|^typedef struct _\w+ (Cw\w+);', text, re.M)
        values = [re.findall(r'^\s*(CW_\w+)', body, re.M) for body in re.findall(r'typedef enum\s*\{(.*?)\}', text, re.S)]
        for name in {a or b for a, b in names} | {value for body in values for value in body}:
            named.setdefault(name, []).append(str(path.relative_to(TOP)))
    for name, paths in sorted(named.items()):
        if len(paths) > 1:
            yield f'{name} is named in ' + ' and '.join(paths)


def every_translatable_file_is_listed():
    """po/POTFILES.in has every file with words for the user, and no other."""
    listed = {line.strip() for line in (TOP / 'po/POTFILES.in').read_text().splitlines() if line.strip() and not line.startswith('#')}
    marked = {str(p.relative_to(TOP)) for p in SOURCES if re.search(r'\b[NC]?_\s*\(\s*"|\bngettext\s*\(|g_dngettext|\bC_ \("', p.read_text())}
    marked |= {str(p.relative_to(TOP)) for p in SRC.rglob('*.ui') if 'translatable="yes"' in p.read_text()}
    for name in sorted(marked - listed):
        yield f'{name} is missing in POTFILES.in'
    lines = (TOP / 'po/POTFILES.in').read_text().splitlines()
    if lines != sorted(lines):
        yield 'POTFILES.in is not sorted'
    for name in sorted(listed):
        if not (TOP / name).exists():
            yield f'{name} in POTFILES.in does not exist'


def chinese_is_complete():
    """Every string has its Chinese, and nothing else has."""
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'chengwen.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=ngettext:1,2',
                        '--keyword=g_dngettext:2,3', '--files-from=po/POTFILES.in', '--directory=' + str(TOP), '-o', pot],
                       cwd=TOP, check=True, stderr=subprocess.DEVNULL)
        merged = os.path.join(folder, 'zh_CN.po')
        subprocess.run(['msgmerge', '-q', '--no-fuzzy-matching', '-o', merged, str(TOP / 'po/zh_CN.po'), pot], check=True)
        missing = subprocess.run(['msgattrib', '--untranslated', '--no-obsolete', '--no-wrap', merged], capture_output=True, text=True, check=True).stdout
        fuzzy = subprocess.run(['msgattrib', '--only-fuzzy', '--no-obsolete', merged], capture_output=True, text=True, check=True).stdout
        gone = subprocess.run(['msgattrib', '--only-obsolete', '--no-wrap', merged], capture_output=True, text=True, check=True).stdout
        for line in re.findall(r'^#~ msgid (".+")$', gone, re.M):
            yield 'translated but nowhere used: ' + line
        for entry in missing.split('\n\n'):
            if entry.strip() and 'Project-Id-Version' not in entry:
                yield 'not translated: ' + entry
        if 'msgid "' in fuzzy:
            yield 'fuzzy strings'
        check = subprocess.run(['msgfmt', '-c', '--check-accelerators=_', '-o', os.devnull, str(TOP / 'po/zh_CN.po')], capture_output=True, text=True)
        if check.returncode != 0:
            yield check.stderr.strip()


# Keys of single widgets, which no action of the window or the program has.
OWN_KEYS = {'Tab', '<Shift>Tab', '<Control>x', '<Control>c', '<Control>v', '<Control>l', 'F2', 'F10', '<Shift>F10', 'Menu', 'Escape', '<Control>Delete',
            *(f'<Control><Alt>{arrow}' for arrow in ['Up', 'Down', 'Left', 'Right'])}


def keys_of_the_dialog():
    """Keys as the dialog has them, a range such as <Control>1...4 taken apart."""
    for keys in re.findall(r'<property name="accelerator">(.*?)</property>', (SRC / 'app/dialogs/cw-shortcuts.ui').read_text()):
        for key in keys.replace('&lt;', '<').replace('&gt;', '>').split():
            first_last = re.fullmatch(r'(.*)(\d)\.\.\.(\d)', key)
            if first_last:
                yield from (f'{first_last[1]}{n}' for n in range(int(first_last[2]), int(first_last[3]) + 1))
            else:
                yield key


def the_dialog_of_keys_is_complete():
    """The dialog of shortcuts has every key of the program, and none it has not."""
    table = (SRC / 'app/dialogs/cw-shortcuts.c').read_text()
    actions = re.findall(r'\{ "([\w.:-]+)", \{ ("[^}]*") \} \}', table)
    if len(actions) < 50:
        yield 'the table of keys is not read as it is written now'
    first = {re.findall(r'"([^"]+)"', keys)[0]: action for action, keys in actions}
    every = {key for _, keys in actions for key in re.findall(r'"([^"]+)"', keys)}
    shown = list(keys_of_the_dialog())
    for key in sorted(set(first) - set(shown)):
        yield f'{key} ({first[key]}) is not in cw-shortcuts.ui'
    for key in sorted(set(shown) - every - OWN_KEYS):
        yield f'{key} in cw-shortcuts.ui does nothing'


def labels_of(menu):
    """What its items say, those of its sections too, without those of the menus in it."""
    for child in menu:
        if child.tag == 'section':
            yield from labels_of(child)
        elif child.tag in ('item', 'submenu'):
            yield from (attribute.text for attribute in child.findall('attribute') if attribute.get('name') == 'label')


def key_of(label):
    key = re.search('_(.)', label)
    return key.group(1).lower() if key else None


def every_key_of_a_menu_is_given_once():
    """No two items of a menu are chosen by the same letter, in Chinese or in English."""
    chinese = dict(re.findall(r'(?m)^msgid "(.*_.*)"\nmsgstr "(.*)"$', (TOP / 'po/zh_CN.po').read_text()))
    for path in sorted((TOP / 'src/app').rglob('*.ui')):
        root = ElementTree.parse(path).getroot()
        for menu in [*root.iter('menu'), *root.iter('submenu')]:
            for words in ({}, chinese):
                first = {}
                for label in (words.get(label, label) for label in labels_of(menu)):
                    if key_of(label) and first.setdefault(key_of(label), label) is not label:
                        yield f'{path.relative_to(TOP)}: “{first[key_of(label)]}” and “{label}” have the same key'


CHECKS = [rooms_look_up_only, typeset_goes_from_fonts_to_pages, document_goes_from_values_to_edits, no_widgets_below_the_preview, every_file_names_its_licence, files_stay_short,
          every_name_is_given_once, every_translatable_file_is_listed, chinese_is_complete, the_dialog_of_keys_is_complete,
          every_key_of_a_menu_is_given_once]


def main():
    print(f'1..{len(CHECKS)}')
    failed = 0
    for number, check in enumerate(CHECKS, 1):
        faults = list(check())
        failed += bool(faults)
        print(f'{"not ok" if faults else "ok"} {number} {check.__doc__}')
        for fault in faults:
            print('# ' + fault.replace('\n', '\n# '))
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
