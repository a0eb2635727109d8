#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a pasted text to the printed page, with the keyboard and the mouse: open, write, change levels, undo, save, export,
open again."""

import re
import shutil

from journey import PROGRAM, SAMPLES, SHARED, Program, Skip, expect, main, run, text_of


def cli_pages(account, source):
    """How many pages the program without a window makes of a file, and that PDF."""
    pdf = account.folder / 'by-command.pdf'
    run(PROGRAM, 'export', '--quiet', '--draft', source, '-o', pdf, env=account.environment('C.UTF-8'))
    return pages_of(pdf), pdf


def pages_of(pdf):
    return int(re.search(r'^Pages:\s+(\d+)$', run('pdfinfo', pdf), re.M)[1])


def words_of(pdf):
    """The text of a PDF without blanks and line ends."""
    return re.sub(r'\s', '', run('pdftotext', pdf, '-'))


def open_text(account, original):
    """Opens a copy of a text from the command line; returns the program when it shows all there is to show."""
    text = account.home / original.name
    shutil.copy(original, text)
    program = Program(account, text)
    n_pages, _ = cli_pages(account, text)
    program.wait(lambda: program.counts()[0] == n_pages, f'{n_pages} pages in the window')
    program.find('label', re.compile(r'^\d+ changes were made while reading this text\.$'))
    expect(program.page_shown(), (1, n_pages))
    expect(text.read_bytes(), original.read_bytes())
    return program


def write_heading(program):
    """Writes a line in the middle of the text, makes it a heading, then each level there is."""
    before = program.text()
    program.click(program.editor())
    program.keys('End', 'Return')
    at = program.wait(program.caret, 'the caret in the text')
    program.type('Journey 2024')
    program.type('一路走来')
    written = before[:at - 1] + '\nJourney 2024一路走来' + before[at - 1:]
    program.wait_text(written)
    for key, style in [('ctrl+2', 'Heading 2'), ('ctrl+3', 'Heading 3'), ('ctrl+4', 'Heading 4'), ('ctrl+0', 'Paragraph'),
                       ('ctrl+1', 'Heading 1')]:
        program.keys(key)
        program.wait_style(style)
    program.wait_text(written)
    return before, written


def undo_and_redo(program, before, written):
    """Takes everything back to the first letter, and does it again."""
    program.keys('ctrl+z')
    program.wait_style('Paragraph')
    for _ in range(40):
        if program.text() == before:
            break
        program.keys('ctrl+z')
    program.wait_text(before)
    for _ in range(40):
        if program.text() == written and program.style() == 'Heading 1':
            break
        program.keys('ctrl+shift+z')
    program.wait_text(written)
    program.wait_style('Heading 1')


def whole_way(account, original):
    program = open_text(account, original)
    before, written = write_heading(program)
    undo_and_redo(program, before, written)
    project, pdf = account.home / '总结.chengwen', account.home / 'out.pdf'

    program.keys('ctrl+s')
    program.answer_file_dialog('Save the Document', account.home / 'summary.chengwen')
    (program.wait((account.home / 'summary.chengwen').exists, 'the project'))
    program.find('frame', 'summary')

    program.keys('ctrl+e')
    program.export_draft()
    program.answer_file_dialog('Export as PDF', pdf)
    program.find('label', 'The PDF has been written.')
    expect(pages_of(pdf), program.counts()[0])
    assert '、Journey2024一路走来' in words_of(pdf), 'the heading with its number is not on paper'
    n_pages, by_command = cli_pages(account, account.home / 'summary.chengwen')
    expect(by_command.read_bytes() == pdf.read_bytes(), True)

    program.keys('ctrl+w')
    program.wait_end()
    (account.home / 'summary.chengwen').rename(project)
    again = Program(account, project)
    again.wait_text(written)
    again.wait(lambda: again.counts()[0] == n_pages, f'{n_pages} pages in the window')
    expect(again.look('label', re.compile('changes? w.* made while reading')), None)
    again.keys('ctrl+w')
    again.wait_end()


def sample_from_text_to_pdf_and_back(account):
    whole_way(account, SAMPLES / 'summary.txt')


def seed_from_text_to_pdf_and_back(account):
    if not (SHARED / 'seed.txt').exists():
        raise Skip('no seed here')
    whole_way(account, SHARED / 'seed.txt')


main(sample_from_text_to_pdf_and_back, seed_from_text_to_pdf_and_back)
