"""What Scripts/validate-schema runs: see there."""

import json
import pathlib
import re
import sys

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

# YAML as editors read it: version 1.2 with its core schema, and keys as texts.
CONSTANTS = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"], None),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
MOST_VALUES = 100_000


def plain(text):
    """What a plain scalar means."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if WHOLE.fullmatch(text):
        return int(text, 0 if text.startswith(("0o", "0x")) else 10)
    if DECIMAL.fullmatch(text):
        return float(text)
    if SPECIAL.fullmatch(text):
        return float(text.lower().replace(".", ""))
    return text


def value_of(node, known):
    """The value of a node, and how many values it has, aliases written out."""
    if id(node) in known:
        return known[id(node)]
    if node.id == "scalar":
        found = (node.value if node.style else plain(node.value)), 1
    else:
        pairs = node.value if node.id == "mapping" else [(None, item) for item in node.value]
        items = [(key, *value_of(item, known)) for key, item in pairs]
        if node.id == "mapping":
            value = {str(key.value): item for key, item, _ in items}
        else:
            value = [item for _, item, _ in items]
        found = value, 1 + sum(count for _, _, count in items)
    known[id(node)] = found
    return found


def load(text):
    """The document, or None with a reason why there is none that a schema could look at."""
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        if node is None:
            return None, None
        value, count = value_of(node, {})
    except (YAMLError, RecursionError, UnicodeDecodeError) as error:
        return None, f"no YAML: {type(error).__name__}"
    return (None, "too many values") if count > MOST_VALUES else (value, None)


def blocks(path):
    """The YAML blocks of a Markdown page that are files of a catalogue."""
    for block in re.findall(r"^```yaml\n(.*?)^```", path.read_text(), re.S | re.M):
        value, _ = load(block)
        if isinstance(value, dict):
            yield value


def check_reviews(root, faults):
    """Holds the schema of a line of reviews against the samples and the broken lines of the tests."""
    golden = (root / "Tests/CommandTests/Golden/audit-schema-reviews.txt").read_text()
    schema = json.loads(golden)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in (root / "samples/reviews.jsonl").read_text().splitlines():
        for error in validator.iter_errors(json.loads(line)):
            faults.append(f"samples/reviews.jsonl: {error.json_path}: {error.message[:200]}")
    broken = sorted((root / "Tests/QualityTests/BrokenReviews").glob("*.jsonl"))
    for path in broken:
        sound, line = path.read_text().splitlines()[:2]
        try:
            is_seen = not validator.is_valid(json.loads(line))
        except ValueError:
            is_seen = False
        if not validator.is_valid(json.loads(sound)):
            faults.append(f"{path}: the first line is refused")
        if is_seen == path.name.startswith("beyond-"):
            faults.append(f"{path}: {'refused' if is_seen else 'let pass'} by the schema")
    print(f"schema: one of reviews holds the samples and {len(broken)} broken lines")


def main():
    root = pathlib.Path(".")
    schema = json.loads((root / "docs/catalogue.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = []

    def faults_of(value):
        return sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.path)))

    def expect_valid(value, name):
        for error in faults_of(value)[:3]:
            faults.append(f"{name}: refused at {error.json_path}: {error.message[:200]}")

    sound = sorted(
        path
        for folder in ["standards", "samples/shop-standards", "Sources/CTemplates",
                       "Tests/StandardsTests/Sound"]
        for path in (root / folder).glob("*.yaml")
    )
    for path in sound:
        value, reason = load(path.read_bytes())
        if reason:
            faults.append(f"{path}: {reason}")
        else:
            expect_valid(value, path)
    shown = 0
    kinds = schema["properties"]["standards"]["items"]["properties"]
    for page in ["README.md", "docs/tutorial.md", "docs/catalogue.md"]:
        for value in blocks(root / page):
            if page == "docs/catalogue.md" and set(value) <= set(kinds):
                value = {"standards": [{"id": "a", "title": "A", **value}]}
            if not set(value) & set(schema["properties"]):
                continue
            expect_valid(value, page)
            shown += 1

    samples = {}
    for value in blocks(root / "docs/catalogue.md"):
        if len(value) == 1 and set(value) <= set(kinds):
            samples |= value
    names = list(samples)
    if names != [name for name in kinds if name in samples] or len(names) < 30:
        faults.append("docs/catalogue.md does not show every kind")
    for first, second in [*zip(names, names[1:]), *((name, names[-1]) for name in names[:-1])]:
        both = {first: samples[first], second: samples[second]}
        if not faults_of({"standards": [{"id": "a", "title": "A", **both}]}):
            faults.append(f"{first} and {second} pass in one standard")

    broken = root / "Tests/StandardsTests/Broken"
    lines = (broken / "beyond-a-schema.txt").read_text().splitlines()
    beyond = {line.split(":")[0] for line in lines if line and not line.startswith("#")}
    names = {path.stem for path in broken.glob("*.yaml")}
    for name in sorted(beyond - names):
        faults.append(f"{name}: listed as beyond a schema, but there is no such file")
    refused = 0
    for name in sorted(names):
        value, reason = load((broken / f"{name}.yaml").read_bytes())
        is_seen = reason is None and bool(faults_of(value))
        if is_seen and name in beyond:
            faults.append(f"{name}: the schema refuses it; take it off the list")
        elif not is_seen and name not in beyond:
            faults.append(f"{name}: the schema lets it pass ({reason or 'no fault seen'})")
        refused += is_seen
    check_reviews(root, faults)
    print("schema: sound by the 2020-12 metaschema")
    print(f"schema: {len(sound)} files and {shown} blocks of the documentation validate")
    print(f"schema: refused {refused} of {len(names)} broken ones, {len(beyond)} are beyond a schema")
    for fault in faults:
        print(f"schema: {fault}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
