#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text and its page: a click on the page puts the caret there, and the page shows where the caret is."""

import re
import subprocess
from xml.etree import ElementTree

from journey import PROGRAM, SAMPLES, Program, expect, main, photograph, run

XHTML = '{http://www.w3.org/1999/xhtml}'


def line_in_pdf(account, words):
    """The line of the first page of the exported PDF that has these words: its text, and where its middle is in shares of
    the width of the page."""
    pdf = account.folder / 'page.pdf'
    run(PROGRAM, 'export', '--quiet', SAMPLES / 'summary.txt', '-o', pdf, env=account.environment('C.UTF-8'))
    page = ElementTree.fromstring(run('pdftotext', '-bbox-layout', pdf, '-')).find(f'.//{XHTML}page')
    for line in page.iter(f'{XHTML}line'):
        text = ''.join(word.text for word in line)
        if words in text:
            left, top, right, bottom = (float(line.get(side)) for side in ['xMin', 'yMin', 'xMax', 'yMax'])
            width = float(page.get('width'))
            return text, (left + right) / 2 / width, (top + bottom) / 2 / width
    raise AssertionError(f'{words!r} is not on the first page')


def paper_on_screen(program):
    """Where the paper is on the screen: its left edge, its top edge and its width, in pixels of the window."""
    left, top, width, height = program.box(program.find('document text', re.compile('.')))
    picture = subprocess.run(['import', '-window', program.window, '-crop', f'{width}x{height}+{left}+{top}', '+repage',
                              '-depth', '8', 'gray:-'], check=True, stdout=subprocess.PIPE).stdout
    for y in range(height):
        white = [x for x in range(width) if picture[y * width + x] == 255]
        if len(white) > width / 2:
            return left + white[0], top + y, white[-1] + 1 - white[0]
    raise AssertionError(f'no paper on the screen: {photograph("paper")}')


def open_sample(account):
    program = Program(account, SAMPLES / 'summary.txt')
    program.wait(lambda: program.page_shown()[1] > 6, 'the pages')
    return program


def a_click_on_a_line_moves_the_caret(account):
    program = open_sample(account)
    line, x, y = line_in_pdf(account, '稳中有进')
    left, top, width = paper_on_screen(program)
    want = program.text().index(line) + len(line) // 2
    program.click_at(left + x * width, top + y * width)
    program.wait(lambda: abs(program.caret() - want) <= 2, f'the caret at {want}')
    program.type('here')  # and the keyboard is where the caret is
    at = program.wait(lambda: program.text().find('here') + 1, 'the letters in the text') - 1
    expect(abs(at - want) <= 2, True)


def the_page_follows_the_caret(account):
    program = open_sample(account)
    first, last = program.page_shown()
    expect(first, 1)
    program.click(program.editor())
    program.keys('ctrl+End')
    program.wait(lambda: program.page_shown() == (last, last), 'the last page')
    expect(program.caret(), len(program.text()))
    program.keys('ctrl+Home')
    program.wait(lambda: program.page_shown() == (1, last), 'the first page')


main(a_click_on_a_line_moves_the_caret, the_page_follows_the_caret)
