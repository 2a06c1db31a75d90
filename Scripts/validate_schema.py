"""What Scripts/validate-schema runs: see there."""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it: version 1.2 with its core schema, and keys as texts."""


def plain(node):
    return str(node.value)


def number(_, node):
    text = node.value
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    try:
        return int(text)
    except ValueError:
        return float(text.replace(".inf", "inf").replace(".Inf", "inf").replace(".nan", "nan"))


def mapping(loader, node):
    value = {}
    yield value
    for key, item in node.value:
        value[plain(key)] = loader.construct_object(item, deep=True)


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+.0123456789"),
    ),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", number)
CoreLoader.add_constructor("tag:yaml.org,2002:float", number)
CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping)


def size(value, known):
    """How many values there are, aliases written out."""
    if not isinstance(value, (dict, list)):
        return 1
    if id(value) not in known:
        known[id(value)] = 1
        items = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(size(item, known) for item in items)
    return known[id(value)]


def load(text):
    """The document, or None with a reason why there is none that a schema could look at."""
    try:
        value = yaml.load(text, Loader=CoreLoader)
        if size(value, {}) > 100_000:
            return None, "too many values"
        return value, None
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError) as error:
        return None, f"no YAML: {type(error).__name__}"


def blocks(path):
    """The YAML blocks of a Markdown page that are files of a catalogue."""
    for block in re.findall(r"^```yaml\n(.*?)^```", path.read_text(), re.S | re.M):
        value, _ = load(block)
        if isinstance(value, dict):
            yield value


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
    print("schema: sound by the 2020-12 metaschema")
    print(f"schema: {len(sound)} files and {shown} blocks of the documentation validate")
    print(f"schema: refused {refused} of {len(names)} broken ones, {len(beyond)} are beyond a schema")
    for fault in faults:
        print(f"schema: {fault}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
