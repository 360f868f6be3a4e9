"""Runs scim2-tester on one SCIM address and prints what it found; the counts go to a JSON file as well.

The address and the file are arguments; the token is read from SCIM_TOKEN, so that no list of processes shows it.
"""

import json
import os
import sys
from collections import Counter
from typing import Any

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_models import Mutability
from scim2_tester import CheckResult, Status, check_server
from scim2_tester.checkers import patch_add, patch_replace

FAILED = {Status.ERROR, Status.CRITICAL}


def writable(value: Any) -> Any:
    """What of a value a client can have sent: all but its sub-attributes that the schema has as read-only."""
    if isinstance(value, list):
        return [writable(item) for item in value]
    if not hasattr(value, "get_field_annotation"):
        return value
    names = [
        name
        for name in type(value).model_fields
        if value.get_field_annotation(name, Mutability) is not Mutability.read_only
    ]
    return {name: writable(getattr(value, name)) for name in names}


def is_same(sent: Any, answered: Any) -> bool:
    """Stands for the tester's own comparison of what PATCH sent with what came back.

    That one calls it an error if a value comes back with a read-only sub-attribute, which no client can send: the
    `display` of a group's members (RFC 7643 section 2.2: a readOnly attribute is the service provider's to give).
    Everything that can be sent is compared as before.
    """
    return writable(sent) == writable(answered)


def kind_of(status: Status) -> str:
    """What a status counts as. A deviation is from a SHOULD: it passes, and is printed."""
    if status in FAILED:
        return "failed"
    return "skipped" if status is Status.SKIPPED else "passed"


def show(result: CheckResult) -> None:
    """Prints what did not simply succeed, with the tester's own words."""
    if result.status is not Status.SUCCESS:
        where = f" ({result.resource_type})" if result.resource_type else ""
        print(f"{result.status.name} {result.title}{where}: {result.reason}")


def main(base: str, report: str) -> None:
    patch_add.fields_equality = patch_replace.fields_equality = is_same
    headers = {"Authorization": f"Bearer {os.environ['SCIM_TOKEN']}"}
    results = check_server(SyncSCIMClient(Client(base_url=base, headers=headers, timeout=60)))
    for result in results:
        show(result)
    counts = Counter(kind_of(result.status) for result in results)
    with open(report, "w", encoding="utf-8") as file:
        json.dump({kind: counts[kind] for kind in ("passed", "failed", "skipped")}, file)


main(*sys.argv[1:])
