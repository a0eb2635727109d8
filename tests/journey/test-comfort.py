#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing in comfort: what the hand types becomes what Chinese is written with, Backspace takes it back, pages
stand side by side, text and pages alone."""

import re

from journey import CHINESE, Program, expect, main


def ready(account):
    """A new document, the caret in its title."""
    program = Program(account, locale=CHINESE)
    program.click(program.editor())
    program.keys('ctrl+Home')
    program.wait(lambda: program.caret() == 0, 'the caret at the start')
    return program


def title(program):
    return program.wait(lambda: [program.text().split('\n')[0]], 'the title')[0]


def wait_title(program, want):
    program.wait(lambda: title(program) == want, f'the title {want!r}, not {title(program)!r}')


def close(program):
    program.kill()


def typing_is_helped_and_taken_back(account):
    program = ready(account)
    program.type('会议')
    wait_title(program, '会议')
    program.keys('ctrl+Home', 'End')
    program.type(',')
    wait_title(program, '会议，')
    program.keys('BackSpace')
    wait_title(program, '会议,')
    program.keys('BackSpace')
    wait_title(program, '会议')
    program.type('"')
    wait_title(program, '会议“')
    program.type('好')
    wait_title(program, '会议“好')
    program.type('"')
    wait_title(program, '会议“好”')
    program.keys('minus', 'minus')
    wait_title(program, '会议“好”——')
    program.keys('BackSpace')
    wait_title(program, '会议“好”--')
    program.keys('BackSpace', 'BackSpace')
    program.type('...')
    wait_title(program, '会议“好”……')
    program.type(' 9:30 3.5')
    wait_title(program, '会议“好”…… 9:30 3.5')
    close(program)


def pages_side_by_side_and_alone(account):
    program = ready(account)
    program.type('会议')
    wait_title(program, '会议')
    for _ in range(2):
        program.keys('ctrl+Return')
    program.wait(lambda: program.page_shown()[1] > 1, 'more pages than one')
    width = lambda: program.box(program.find('document text', re.compile(r'\d')))[2]  # noqa: E731
    before = width()
    program.keys('ctrl+alt+2', 'shift+F11')
    program.wait(lambda: width() > before, 'the pages to have all the room')
    expect(program.look('text', program.say('Text of the document')), None)
    program.keys('Escape')
    program.find('text', program.say('Text of the document'))
    program.keys('F11')
    program.wait(lambda: not program.look('document text', re.compile('.')), 'the pages to go')
    program.keys('Escape')
    program.find('document text', re.compile('.'))
    close(program)


main(typing_is_helped_and_taken_back, pages_side_by_side_and_alone)
