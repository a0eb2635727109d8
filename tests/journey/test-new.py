#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document begun from a template, with the keyboard alone and with the mouse, and a template of the user's own."""

import re

from journey import CHINESE, Program, expect, main


def placeholders(program):
    """How many placeholders are left, as the line at the foot says it in Chinese."""
    pattern = re.compile(r'^待填 ?(\d+)')
    return int(pattern.match(program.find('label', pattern).get_name()).group(1))


def open_dialog(program):
    program.keys('ctrl+shift+n')
    program.find('button', program.say('Create', 'template'))
    program.wait(lambda: program.focused() and program.focused().get_role_name() in ('text', 'entry', 'search box'), 'the keyboard in the search')


def card(program, name):
    """The entry of this name in the dialog; the label in it is called so too."""
    return program.wait(lambda: next((node for node in program.walk() if node.get_name() == name and node.get_role_name() != 'label'), None),
                        f'the template {name}')


def search_and_enter(account):
    program = Program(account, locale=CHINESE)
    open_dialog(program)
    program.type('总结')
    card(program, '季度党建工作总结')
    program.keys('Return')
    program.wait(lambda: program.text().startswith('XX局20XX年第X季度党建工作总结'), 'the template')
    n = placeholders(program)
    program.wait(lambda: n > 50, 'its placeholders')
    program.type('A')  # over the first one, which is selected
    program.wait(lambda: program.text().startswith('A局20XX年第X季度党建工作总结'), 'the first placeholder filled in')
    program.wait(lambda: placeholders(program) == n - 1, 'one placeholder less')


def initials_and_arrows(account):
    program = Program(account, locale=CHINESE)
    open_dialog(program)
    program.type('tz')
    card(program, '会议通知')
    program.keys('Down', 'Right', 'Return')
    program.wait(lambda: program.text().startswith('关于召开XX工作会议的通知'), 'the second of those found')


def offer_and_click(account):
    program = Program(account, locale=CHINESE)
    program.press('Begin with a Template…')
    program.click(card(program, '请示'))
    program.click(program.find('button', program.say('Create', 'template')))
    program.wait(lambda: '妥否，请批示。' in program.text(), 'the request')


def escape(account):
    program = Program(account, locale=CHINESE)
    open_dialog(program)
    program.keys('Escape')
    program.wait_gone('button', program.say('Create', 'template'))
    expect(program.text().strip(), '')


main(search_and_enter, initials_and_arrows, offer_and_click, escape)
