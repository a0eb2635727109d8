#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notice filled in from nothing, field by field as a screen reader finds them: a complete masthead and colophon, undo,
and the PDF."""

import re

from journey import CHINESE, PROGRAM, Program, expect, main, run, text_of

FIELDS = [('Issuers', '云陵县教育局'), ('Issuer Code', '云教发'), ('Year of the Number', '2025'),
          ('Title', '关于规范公文格式的通知'), ('Addressees', '各学校：'), ('Signatory', '云陵县教育局'), ('Document Date', '2025年3月5日'),
          ('Printing Office', '云陵县教育局办公室'), ('Printing Date', '2025年3月6日')]


def field(program, name):
    return program.find('text', program.say(name))


def choose_kind(program, kind):
    """Chooses by the search of the list, with the keyboard; typed Chinese comes by the clipboard."""
    row = program.find('combo box', program.say('Kind of Paper'))
    program.click(row)
    program.wait(lambda: program.look_lowest('list item', '决议'), 'the kinds')
    program.type(kind)
    program.wait(lambda: not program.look('list item', '决议'), 'the search')
    program.click(program.look_lowest('list item', kind))
    program.wait(lambda: any(node.get_name() == kind for node in program.walk(row)), kind)


def is_empty_field(node, texts):
    return node and node.get_name() in texts and text_of(node) == ''


def fill_what_is_missing(program):
    """Goes from one missing element to the next by the key for it, and types what belongs there."""
    texts = {program.say(name): text for name, text in FIELDS}
    for _ in FIELDS:
        program.keys('shift+F9')
        program.wait(lambda: is_empty_field(program.focused(), texts), 'an empty field')
        name = program.focused().get_name()
        program.type(texts[name])
        program.wait(lambda name=name: text_of(program.focused()) == texts[name], f'{texts[name]} in {name}')


def words_of(program, account):
    pdf = account.home / 'out.pdf'
    program.keys('ctrl+s')
    program.answer_file_dialog(program.say('Save the Document'), account.home / 'notice.chengwen')
    program.wait((account.home / 'notice.chengwen').exists, 'the project')
    run(PROGRAM, 'export', '--quiet', account.home / 'notice.chengwen', '-o', pdf, env=account.environment('C.UTF-8'))
    return re.sub(r'\s', '', run('pdftotext', pdf, '-'))


def a_notice_from_nothing(account):
    program = Program(account, locale=CHINESE)
    program.resize(1280, 800)
    program.keys('F9')
    choose_kind(program, '通知')
    complete = program.say('Side Panel')
    program.find('toggle button', re.compile(complete + r'.*\d'))
    fill_what_is_missing(program)
    program.find('toggle button', complete)
    assert '云陵县教育局' in program.text() and '关于规范公文格式的通知' in program.text()

    program.keys('ctrl+z')
    program.wait(lambda: text_of(field(program, 'Printing Date')) == '', 'the last field undone')
    program.keys('ctrl+shift+z')
    program.wait(lambda: text_of(field(program, 'Printing Date')) == '2025年3月6日', 'the last field done again')

    words = words_of(program, account)
    for text in ['云教发〔2025〕', '关于规范公文格式的通知', '2025年3月5日', '2025年3月6日印发']:
        expect((text, text in words), (text, True))


main(a_notice_from_nothing)
