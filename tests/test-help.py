#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: well formed, the same pages in each language, every link leads somewhere, and the keys and names it gives are those of the program. Prints TAP."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
HELP = TOP / 'data/help'
LANGUAGES = ['C', 'zh_CN']
MALLARD = '{http://projectmallard.org/1.0/}'
NAMES = {'Ctrl': 'Control', '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right', '+': 'plus', '-': 'minus', '?': 'question'}
# Keys of lists, menus and cells rather than of the window.
OWN_KEYS = {'Tab', '<Shift>Tab', 'Return', 'Escape', 'F2', 'F10', '<Shift>F10', '<Control>v', '<Alt>Up Down Left Right', '<Control><Alt>', '<Control>', '<Control>l'}


def pages(language):
    return {path.stem: ET.parse(path).getroot() for path in sorted((HELP / language).glob('*.page'))}


def every_page_is_there_in_every_language():
    """Each language has the same pages, and each page is named as its file."""
    sets = {language: set(pages(language)) for language in LANGUAGES}
    for language in LANGUAGES:
        for name in set().union(*sets.values()) - sets[language]:
            yield f'{language} lacks {name}'
        for name, root in pages(language).items():
            if root.get('id') != name or root.find(MALLARD + 'title') is None:
                yield f'{language}/{name}: no title, or another id'


def every_link_leads_somewhere():
    """Links lead to pages that exist, and every page is listed on the first."""
    for language in LANGUAGES:
        known = pages(language)
        for name, root in known.items():
            targets = [link.get('xref') for link in root.iter(MALLARD + 'link')]
            for target in targets:
                if target not in known:
                    yield f'{language}/{name} links to {target}'
            if name != 'index' and 'index' not in targets:
                yield f'{language}/{name} is not listed on the first page'


def accelerator(sequence):
    """The keys of a sequence as the table of shortcuts writes them."""
    keys = [NAMES.get(key.text, key.text) for key in sequence.findall(MALLARD + 'key')]
    last = ' '.join(key.lower() if len(key) == 1 else key for key in keys if key not in ['Control', 'Shift', 'Alt'])
    return ''.join(f'<{key}>' for key in keys if key in ['Control', 'Shift', 'Alt']) + last


def every_key_exists():
    """The keys the help names are keys of the program."""
    order = lambda key: (frozenset(re.findall('<(.*?)>', key)), re.sub('<.*?>', '', key))  # noqa: E731
    table = (TOP / 'src/app/dialogs/cw-shortcuts.c').read_text()
    known = {order(key) for key in re.findall(r'"((?:<\w+>)*\w+)"', table)} | {order(key) for key in OWN_KEYS}
    for language in LANGUAGES:
        for name, root in pages(language).items():
            for sequence in root.iter(MALLARD + 'keyseq'):
                if order(accelerator(sequence)) not in known:
                    yield f'{language}/{name}: {accelerator(sequence)} is no key of the program'


def plain(label):
    """A label of the program as a reader sees it: no mnemonic, no dots."""
    return re.sub(r'\(_\w\)|_|…', '', label)


def labels():
    """What the program is written with, and the Chinese of each: a name may have several, by context."""
    po = subprocess.run(['msgattrib', '--translated', '--no-obsolete', '--no-wrap', str(TOP / 'po/zh_CN.po')],
                        capture_output=True, text=True, check=True, env=os.environ | {'LC_ALL': 'C.UTF-8'}).stdout
    chinese = {}
    for english, translated in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', po, re.M):
        chinese.setdefault(plain(english), set()).add(plain(translated))
    return chinese


def names_of(page):
    return {plain(''.join(gui.itertext())) for gui in page.iter(MALLARD + 'gui')}


def every_name_is_that_of_the_program():
    """What the help calls a button, a menu or a panel is written on it, and each language names the same ones."""
    chinese, here, there = labels(), pages('C'), pages('zh_CN')
    if len(chinese) < 1000:
        yield 'the Chinese of the program is not read as it is written now'
    for name in here.keys() & there.keys():
        english, translated = names_of(here[name]), names_of(there[name])
        for label in sorted(english):
            if not chinese.get(label, set()) & translated:
                yield f'zh_CN/{name} has no name for “{label}”' if label in chinese else f'C/{name}: nothing is called “{label}”'
        for label in sorted(translated):
            if not any(label in chinese.get(other, ()) for other in english):
                yield f'zh_CN/{name}: “{label}” is not what the program calls anything named in C/{name}'


CHECKS = [every_page_is_there_in_every_language, every_link_leads_somewhere, every_key_exists, every_name_is_that_of_the_program]


def main():
    print(f'1..{len(CHECKS)}')
    failed = 0
    for number, check in enumerate(CHECKS, 1):
        faults = list(check())
        failed += bool(faults)
        print(f'{"not ok" if faults else "ok"} {number} {check.__doc__}', *[f'# {fault}' for fault in faults], sep='\n')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
