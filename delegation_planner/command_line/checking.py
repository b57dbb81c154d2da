"""check: what a careful officer would notice, as sentences or as JSON."""

import argparse
import json
from datetime import datetime
from typing import Any

from delegation_planner.checks.beside import among
from delegation_planner.checks.editions import OF_EDITIONS, of_editions
from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import CHECKS, judged_on, run
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.session.issued import gone_out
from delegation_planner.words.findings import SEVERITIES, finding_sentence
from delegation_planner.words.words import Words

OPEN_ERRORS = 3


def check(options: argparse.Namespace, speaker: Terminal) -> int:
    """List the findings, errors first. Under --strict, 3 where an error is neither mended nor waived."""
    file = PlanFile.open(options.plan, read_only=True)
    try:
        plan, editions = file.load(), gone_out(file)()
    finally:
        file.close()
    on = options.on or judged_on(plan, datetime.now().astimezone().date())
    rulebook = read_rulebook()
    findings = among(run(plan, rulebook, on), of_editions(editions, plan, rulebook))
    if options.json:
        speaker.tell(json.dumps([as_json(one, speaker.words) for one in findings], ensure_ascii=False, indent=2))
    else:
        for one in findings:
            speaker.tell(line(one, speaker.words))
    counted = speaker.words.say_many(
        "{checks} checks, judged as on {date}: {count} finding.",
        "{checks} checks, judged as on {date}: {count} findings.",
        len(findings), checks=len(CHECKS) + len(OF_EDITIONS), date=on.isoformat(),
    )  # fmt: skip
    (speaker.complain if options.json else speaker.tell)(counted)
    open_errors = any(one.severity == "error" and not one.waived for one in findings)
    return OPEN_ERRORS if options.strict and open_errors else 0


def line(finding: Finding, words: Words) -> str:
    """A finding in a line: how grave, which check, the sentence."""
    severity = words.say(SEVERITIES[finding.severity])
    waived = words.say("waived")
    check = f"{finding.check} ({waived})" if finding.waived else finding.check
    return f"{severity} {check}: {finding_sentence(words, finding)}"


def as_json(finding: Finding, words: Words) -> dict[str, Any]:
    """A finding for other programs."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "sentence": finding_sentence(words, finding),
        "waived": finding.waived,
        "subjects": [
            {"kind": one.kind, "id": one.id, "code": one.code, "label": one.label(words.language)}
            for one in finding.subjects
        ],
        "values": finding.values,
    }
