#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed while somebody writes: what was written until two seconds before comes back."""

import re
import threading
import time

from journey import SAMPLES, Program, expect, main, run, text_of

LOSS = 2  # seconds of writing that a crash may cost
LETTERS = 'abcdefghij' * 20


def write_until_killed(program):
    """Types without a pause for some seconds, then kills the program. Returns the text it held LOSS seconds before that."""
    editor = program.editor()
    program.click(editor)
    program.keys('End')
    typist = threading.Thread(target=run, args=('xdotool', 'type', '--delay', 60, LETTERS))
    typist.start()
    seen = []
    end = time.monotonic() + 3 * LOSS
    while time.monotonic() < end:
        text = text_of(editor)
        seen.append((time.monotonic(), text))
    killed = time.monotonic()
    program.kill()
    typist.join()
    return [text for at, text in seen if at <= killed - LOSS][-1], seen[-1][1]


def recover(account, *arguments):
    program = Program(account, *arguments, start=True)
    program.find('label', 'Recover Unsaved Text?')
    program.press('_Recover')
    program.change_window()
    return program


def check(program, safe, last):
    """Is the text between what had to be safe and what was there in the end?"""
    # Its length was asked for before the text, so the last characters are missing if a letter came in between.
    program.wait(lambda: len(safe) > 20 and without_letters(program.text()).startswith(without_letters(safe)), 'the text again')
    have, least, most = (len(text) - len(without_letters(text)) for text in [program.text(), safe, last])
    assert least > 20, f'{least} letters written are too few to tell'
    assert least <= have, f'{least} letters had to be safe, {have} are there'
    assert have <= most + 3, f'{most} letters were written, {have} are there'


def without_letters(text):
    return re.sub('[a-j]', '', text)


def an_untitled_text_comes_back(account):
    program = Program(account)
    safe, last = write_until_killed(program)
    again = recover(account)
    check(again, safe, last)
    again.find('frame', re.compile('^• '))


def a_text_just_opened_comes_back(account):
    program = Program(account, SAMPLES / 'summary.txt')
    program.find('button', 'Details…')
    safe, last = write_until_killed(program)
    again = recover(account)
    check(again, safe, last)


def what_was_recovered_can_be_saved_and_is_not_offered_again(account):
    program = Program(account)
    write_until_killed(program)
    again = recover(account)
    text = again.wait(again.text, 'the text')
    again.keys('ctrl+s')
    again.answer_file_dialog('Save the Document', account.home / 'safe.chengwen')
    again.find('frame', 'safe')
    again.keys('ctrl+w')
    again.wait_end()
    last = Program(account, account.home / 'safe.chengwen')
    last.wait_text(text)
    expect(last.look('label', 'Recover Unsaved Text?'), None)


main(an_untitled_text_comes_back, a_text_just_opened_comes_back, what_was_recovered_can_be_saved_and_is_not_offered_again)
