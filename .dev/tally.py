#!/usr/bin/env python3
"""Counts test cases in the logs of meson test and prints "N passed, N failed" as the last line.

tally.py STATUS FAILED_BUILDS [testlog.json…]

A GLib test program reports many cases in TAP; each line counts. A test with another protocol counts as one case. A
program that crashed, ran out of time or reported fewer cases than it planned counts as one failure more, and so does a
build that failed. STATUS is what meson test returned: it must never be better than what was counted here.
"""

import json
import re
import sys


def cases(test):
    """Returns passed, failed and skipped of one test program."""
    lines = (test.get('stdout') or '').splitlines()
    results = [m for m in (re.match(r'(not )?ok\b(.*)', line) for line in lines) if m]
    bad_end = test['result'] in ('FAIL', 'ERROR', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS')
    if not results:
        if test['result'] == 'SKIP' or '1..0' in lines:
            return 0, 0, 1
        return (0, 1, 0) if bad_end else (1, 0, 0)
    skipped = sum(1 for m in results if not m[1] and re.search(r'#\s*skip', m[2], re.I))
    failed = sum(1 for m in results if m[1] and not re.search(r'#\s*todo', m[2], re.I))
    passed = len(results) - skipped - failed
    if bad_end and not failed:
        failed = 1
    return passed, failed, skipped


def main(status, failed_builds, *logs):
    passed, failed, skipped = 0, int(failed_builds), 0
    for log in logs:
        try:
            with open(log, encoding='utf-8', errors='replace') as file:
                tests = [json.loads(line) for line in file if line.strip()]
        except FileNotFoundError:
            tests = []
        for test in tests:
            counts = cases(test)
            if counts[1]:
                print(f"failed: {test['name']} ({test['result'].lower()}, {log.split('/')[-3]})")
            passed, failed, skipped = (a + b for a, b in zip((passed, failed, skipped), counts))
    if int(status) and not failed:
        print(f'meson test ended with {status} although no case failed')
        failed = 1
    if skipped:
        print(f'{skipped} skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
