"""What all tests share: no network but loopback, Debian's Chromium, the French model once, no skipped test in CI."""

import ipaddress
import os
import shutil
import socket
from collections.abc import Generator, Iterator
from typing import Any

import pytest

CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")
#: marks that let a test pass unrun
LENIENT = {"skip", "skipif", "xfail"}


class NetworkBlockedError(RuntimeError):
    """A test reached for the network; not an OSError, so that no product code takes it for a failed connection."""


def in_ci() -> bool:
    """Whether a test that does not run is a failure."""
    return os.environ.get("CI", "").lower() == "true"


def strict(report: Any) -> Any:
    """`report`, a failure where it says that something was skipped and nothing may be."""
    if in_ci() and report.skipped:
        report.outcome, report.longrepr = "failed", f"skipped itself: {report.longrepr}"
    return report


def is_loopback(host: object) -> bool:
    """Whether `host` is this machine and no other."""
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Blocks every connection and every look-up of a name that leaves this machine."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise NetworkBlockedError(f"connection to {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **options: Any) -> Any:
        if not is_loopback(host):
            options["flags"] = options.get("flags", 0) | socket.AI_NUMERICHOST
        try:
            return look_up(host, *rest, **options)
        except socket.gaierror as error:
            raise NetworkBlockedError(f"look-up of {host}") from error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """pytest-playwright's launch arguments, with Debian's Chromium instead of a downloaded one."""
    return {**browser_type_launch_args, "executable_path": shutil.which("chromium"), "args": list(CHROMIUM)}


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The shipped French model, loaded once; for tests marked `model`."""
    from quizgen.french import pipeline

    return pipeline.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In CI, refuses the whole run where a test carries a mark that lets it pass unrun."""
    marked = [item.nodeid for item in items if LENIENT & {mark.name for mark in item.iter_markers()}]
    if in_ci() and marked:
        raise pytest.UsageError(f"skip and xfail are not used here: {', '.join(marked)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """In CI, a test that skips itself while running has failed."""
    return strict((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """In CI, a file of tests that skips itself has failed."""
    return strict((yield))
