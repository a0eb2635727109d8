#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way once more in Chinese, in a window as narrow as a telephone: one side at a time."""

import re
import shutil

from journey import CHINESE, SAMPLES, Program, expect, main, run


def side(program, name):
    """Goes to the editor or to the page by the switch at the foot."""
    program.click(program.find('radio button', program.say(name, 'side')))


def page(program):
    return program.look('document text', re.compile('.'))


def open_narrow(account, *arguments):
    program = Program(account, *arguments, locale=CHINESE)
    program.resize(360, 720)
    program.find('radio button', program.say('Page', 'side'))
    program.wait(lambda: not page(program), 'one side only')
    return program


def write_and_undo(program):
    before = program.text()
    program.click(program.editor())
    program.keys('End', 'Return')
    at = program.wait(program.caret, 'the caret in the text')
    program.type('附则')
    written = before[:at - 1] + '\n附则' + before[at - 1:]
    program.wait_text(written)
    program.keys('ctrl+1')
    program.wait_style('Heading 1')
    program.press('Undo')
    program.wait(lambda: program.style() != program.say('Heading 1'), 'the style undone')
    program.press('Redo')
    program.wait_style('Heading 1')
    return written


def write_see_save_export_and_open_again(account):
    text = account.home / '总结.txt'
    shutil.copy(SAMPLES / 'summary.txt', text)
    program = open_narrow(account, text)
    program.find('label', re.compile(r'\d+'))
    written = write_and_undo(program)

    side(program, 'Page')
    program.wait(lambda: page(program), 'the page')
    expect(program.look('text', program.say('Text of the document')), None)
    _, n_pages = program.page_shown()
    expect(program.frame().width, 360)
    side(program, 'Edit')
    program.wait_text(written)

    program.keys('ctrl+s')
    program.answer_file_dialog(program.say('Save the Document'), account.home / 'narrow.chengwen')
    program.find('frame', 'narrow')
    program.keys('ctrl+e')
    program.export_draft()
    program.answer_file_dialog(program.say('Export as PDF'), account.home / 'narrow.pdf')
    program.wait((account.home / 'narrow.pdf').exists, 'the PDF')
    expect(int(re.search(r'^Pages:\s+(\d+)$', run('pdfinfo', account.home / 'narrow.pdf'), re.M)[1]), n_pages)
    assert '、附则' in re.sub(r'\s', '', run('pdftotext', account.home / 'narrow.pdf', '-'))
    program.keys('ctrl+w')
    program.wait_end()

    again = open_narrow(account, account.home / 'narrow.chengwen')
    again.wait_text(written)


def a_click_on_the_page_leads_to_the_text(account):
    program = open_narrow(account, SAMPLES / 'summary.txt')
    side(program, 'Page')
    program.click(program.wait(lambda: page(program), 'the page'))
    program.wait(lambda: program.look('text', program.say('Text of the document')), 'the editor')
    program.wait(lambda: program.caret() > 0, 'the caret in the text')
    program.keys('F6')
    program.wait(lambda: page(program), 'the page')


main(write_see_save_export_and_open_again, a_click_on_the_page_leads_to_the_text)
