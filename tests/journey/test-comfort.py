#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing in comfort: what the hand types becomes what Chinese is written with, Backspace takes it back, symbols come from
a palette, pages stand side by side, text and pages alone."""

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
    program.type('--')
    wait_title(program, '会议“好”——')
    program.keys('BackSpace')
    wait_title(program, '会议“好”--')
    program.keys('BackSpace', 'BackSpace')
    program.type('...')
    wait_title(program, '会议“好”……')
    program.type(' 9:30 3.5')
    wait_title(program, '会议“好”…… 9:30 3.5')
    close(program)


def palette_by_keyboard(account):
    program = ready(account)
    program.type('甲')
    wait_title(program, '甲')
    program.keys('shift+Left', 'ctrl+shift+m')
    program.find('button', program.say('Brackets of a document number'))
    # from the date of today down to its other writing, and to the first pair
    program.keys('Down', 'Down', 'Return')
    wait_title(program, '〔甲〕')
    program.keys('End', 'ctrl+shift+m')
    program.press('Degrees Celsius')
    wait_title(program, '〔甲〕℃')
    program.keys('ctrl+shift+m')
    program.find('label', program.say('Used Last'))
    program.keys('Escape')
    program.wait_gone('label', program.say('Used Last'))
    program.wait(lambda: program.focused() and program.focused().get_name() == program.say('Text of the document'),
                 'the keyboard back in the text')
    close(program)


def pages_side_by_side_and_alone(account):
    program = ready(account)
    for _ in range(2):
        program.keys('ctrl+Return')
    program.wait(lambda: program.counts()[0] == 3, 'three pages')
    width = lambda: program.box(program.find('document text', re.compile('3')))[2]  # noqa: E731
    before = width()
    program.keys('ctrl+alt+2', 'shift+F11')
    program.wait(lambda: width() > before, 'the pages to have all the room')
    expect(program.look('text', program.say('Text of the document')), None)
    program.keys('Escape')
    program.find('text', program.say('Text of the document'))
    program.keys('ctrl+alt+3')
    program.find('scroll pane', program.say('Page Thumbnails'))
    program.keys('ctrl+alt+3')
    program.wait_gone('scroll pane', program.say('Page Thumbnails'))
    program.keys('F11')
    program.wait(lambda: not program.look('document text', re.compile('.')), 'the pages to go')
    program.keys('Escape')
    program.find('document text', re.compile('.'))
    close(program)


def statistics_follow_the_selection(account):
    program = ready(account)
    program.type('会议学习')
    wait_title(program, '会议学习')
    program.keys('ctrl+shift+c')
    program.find('label', program.say('Chinese characters'))
    expect(program.look('label', program.say('Selection')), None)
    program.keys('Escape')
    program.wait_gone('label', program.say('Chinese characters'))
    program.keys('ctrl+a', 'ctrl+shift+c')
    program.find('label', program.say('Selection'))
    close(program)


main(typing_is_helped_and_taken_back, palette_by_keyboard, pages_side_by_side_and_alone, statistics_follow_the_selection)
