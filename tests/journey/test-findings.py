#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checker finds while one writes: gone to by key, put right by a click, left alone, all put right in one step."""

import re

from journey import CHINESE, Program, main

TEXT = """云陵县水务局2026年第三季度工作总结

一、主要工作
取得了了明显成效。

二、下步打算
加强和和改进作风，继续检查检查河道。
"""


def wait_found(program, n):
    program.find('label', program.say('%u finding').replace('%u', str(n)))


def begin(account, n):
    source = account.home / 'doubtful.txt'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    program.wait(lambda: '河道' in program.text(), 'the text')
    program.keys('ctrl+F7')
    wait_found(program, n)
    return program


def by_key_and_click(account):
    """A typed mistake is found as well; one click puts right what it belongs to, one undo takes that back."""
    program = begin(account, 2)
    before = program.text()
    program.click(program.editor())
    program.keys('ctrl+Home', 'F7')
    program.wait(lambda: program.caret() in (before.index('了了'), before.index('了了') + 2), 'the caret at the first')
    program.keys('ctrl+End')
    program.type('落实了了各项任务。')
    wait_found(program, 3)
    written = program.text()
    program.click(program.find('button', program.say('Put Right')))
    program.wait_text(written.replace('取得了了', '取得了'))
    wait_found(program, 2)
    program.click(program.editor())
    program.keys('ctrl+z')
    program.wait_text(written)
    wait_found(program, 3)


def left_alone_and_all_at_once(account):
    """What is left alone is not put right with the rest, and can be pointed out again."""
    program = begin(account, 2)
    before = program.text()
    program.click(program.find('toggle button', program.say('Leave Alone')))
    program.click(program.find('menu item', re.compile('^' + program.say('_Leave This Place Alone'))))
    wait_found(program, 1)
    program.find('button', program.say('Show %u Left Alone').replace('%u', '1'))
    program.click(program.find('button', program.say('Put %u Right').replace('%u', '1')))
    program.wait_text(before.replace('和和', '和'))
    program.find('label', program.say('Nothing to Point Out'))
    program.click(program.find('button', program.say('Show %u Left Alone').replace('%u', '1')))
    wait_found(program, 1)


main(by_key_and_click, left_alone_and_all_at_once)
