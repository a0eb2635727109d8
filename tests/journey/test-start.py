# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start window: the ways to a document, and back to it among the recent ones."""

from journey import CHINESE, SAMPLES, Program, expect, main


def a_template_begins_a_document(account):
    program = Program(account, locale=CHINESE, start=True)
    program.click(program.find('button', '季度党建工作总结'))
    program.change_window()
    program.wait(lambda: '党建工作总结' in program.text(), 'the template')


def the_sample_opens_as_a_copy(account):
    program = Program(account, locale=CHINESE, start=True)
    program.find('button', '请示')  # all is in its place
    program.press('Look at a Finished Paper')
    program.change_window()
    program.wait(lambda: len(program.text()) > 500, 'the sample')
    program.keys('ctrl+s')
    program.answer_file_dialog(program.say('Save the Document'), account.home / 'copy.chengwen')
    program.wait(lambda: (account.home / 'copy.chengwen').exists(), 'a file of its own')


def a_saved_document_is_there_the_next_time(account):
    first = Program(account, SAMPLES / 'summary.txt')
    text = first.text()
    first.keys('ctrl+s')
    first.answer_file_dialog('Save the Document', account.home / 'third quarter.chengwen')
    first.find('frame', 'third quarter')
    first.keys('ctrl+w')
    first.wait_end()
    program = Program(account, start=True)
    program.click(program.find('button', 'third quarter'))
    program.change_window()
    program.wait_text(text)


def the_guide_and_all_templates_are_a_key_away(account):
    program = Program(account, start=True)
    program.keys('F1')
    program.find('label', '1. Begin')
    program.keys('Escape')
    program.wait_gone('label', '1. Begin')
    program.keys('ctrl+shift+n')
    program.find('button', program.say('Create', 'template'))
    program.keys('Escape')
    expect(program.process.poll(), None)


main(a_template_begins_a_document, the_sample_opens_as_a_copy, a_saved_document_is_there_the_next_time,
     the_guide_and_all_templates_are_a_key_away)
